// Rows of COPY's text format.
#pragma once

#include "copy_rows.hpp"
#include "text_input.hpp"

namespace pggate {

class TextRows : LineRows {
  public:
    TextRows(const InputFraming &how, size_t columns) : LineRows(how, columns) {
        for (const char one : {how.delimiter, '\\', '\n', '\r', '\0'})
            is_special_[static_cast<uint8_t>(one)] = true;
    }

    Verdict row(const char *&at, const char *end, Rows &rows) {
        const char *behind = nullptr;
        fields_.clear();
        if (const auto verdict = split(at, end, behind); verdict != Verdict::read)
            return verdict;
        if (fields_.size() != columns_ || !is_utf8({at, static_cast<size_t>(behind - at)}))
            return Verdict::refused;
        begin_values(at, behind);
        for (const Field &field : fields_)
            if (!value(field))
                return Verdict::refused;
        ++rows.line;
        take_row(rows, values_);
        at = behind;
        return Verdict::read;
    }

  private:
    Verdict split(const char *at, const char *end, const char *&behind) {
        Field field{at, at};
        for (;; ++at) {
            while (at < end && !is_special_[static_cast<uint8_t>(*at)])
                ++at;
            if (at == end)
                return Verdict::unfinished;
            if (*at == how_.delimiter) {
                field.end = at;
                fields_.push_back(field);
                field = {at + 1, at + 1};
            } else if (*at == '\\') {
                if (++at == end)
                    return Verdict::unfinished;
                if (*at == '.' || *at == '\0')
                    return Verdict::refused;
                field.is_plain = false;
            } else if (*at == '\0') {
                return Verdict::refused;
            } else {
                field.end = at;
                fields_.push_back(field);
                return line_end(at, end, behind);
            }
        }
    }

    bool value(const Field &field) {
        if (is_null(field)) {
            values_.push_back(NOTHING);
        } else if (field.is_plain) {
            values_.push_back({field.begin, static_cast<size_t>(field.end - field.begin)});
        } else {
            bool is_doubtful = false; // a byte was spelled that is not ASCII
            char *const begin = free_;
            for (const char *at = field.begin; at < field.end;)
                *free_++ = *at == '\\' ? escaped(++at, field.end, is_doubtful) : *at++;
            values_.push_back({begin, static_cast<size_t>(free_ - begin)});
            return !is_doubtful || (!has_nul(values_.back()) && is_utf8(values_.back()));
        }
        return true;
    }

    // The character behind a backslash: \b \f \n \r \t \v, \123, \x41, or itself.
    static char escaped(const char *&at, const char *end, bool &is_doubtful) {
        static constexpr std::string_view LETTERS = "bfnrtv", MEANT = "\b\f\n\r\t\v";
        const char one = *at++;
        if (const auto letter = LETTERS.find(one); letter != LETTERS.npos)
            return MEANT[letter];
        int code = -1;
        if (one >= '0' && one <= '7') {
            code = one - '0';
            for (int more = 0; more < 2 && at < end && *at >= '0' && *at <= '7'; ++more)
                code = code * 8 + (*at++ - '0');
        } else if (one == 'x' && at < end && text_input::hexadecimal(*at) >= 0) {
            code = text_input::hexadecimal(*at++);
            if (at < end && text_input::hexadecimal(*at) >= 0)
                code = code * 16 + text_input::hexadecimal(*at++);
        }
        if (code < 0)
            return one;
        code &= 0xFF;
        is_doubtful |= code == 0 || code > 0x7F;
        return static_cast<char>(code);
    }

    bool is_special_[256] = {};
};

} // namespace pggate
