// Rows of COPY's text format.
#pragma once

#include "copy_rows.hpp"
#include "text_input.hpp"

namespace pggate {

class TextRows : public LineRows<TextRows> {
  public:
    TextRows(const InputFraming &how, size_t columns)
        : LineRows(how, columns), stops_{how.delimiter, '\\', '\n', '\r', '\0'} {}

    Verdict split(const char *at, const char *end, const char *&behind, int64_t &) {
        Field field{at, at};
        for (;; ++at) {
            if (!stops_.reach(at, end))
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

    bool read_value(const Field &field, const InputColumn &, std::string_view &value) {
        if (is_null(field))
            value = NOTHING;
        else if (field.is_plain)
            value = {field.begin, static_cast<size_t>(field.end - field.begin)};
        else
            return unescape(field, value);
        return true;
    }

  private:
    bool unescape(const Field &field, std::string_view &value) {
        bool is_doubtful = false; // a byte was spelled that is not ASCII
        char *const begin = free_;
        for (const char *at = field.begin; at < field.end;)
            *free_++ = *at == '\\' ? escaped(++at, field.end, is_doubtful) : *at++;
        value = written_since(begin);
        return !is_doubtful || (!has_nul(value) && is_utf8(value));
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

    const Stops stops_;
};

} // namespace pggate
