// Rows of COPY's csv format.
#pragma once

#include "copy_rows.hpp"

namespace pggate {

class CsvRows : LineRows {
  public:
    CsvRows(const InputFraming &how, size_t columns) : LineRows(how, columns) {
        for (const char one : {how.delimiter, how.quote, '\n', '\r', '\0'})
            is_special_[static_cast<uint8_t>(one)] = true;
        for (const char one : {how.quote, how.escape, how.eol[0], '\0'})
            is_special_in_quotes_[static_cast<uint8_t>(one)] = true;
    }

    Verdict row(const char *&at, const char *end, Rows &rows) {
        // Perhaps the end-of-copy marker, which only the reference knows.
        if (*at == '\\' && (at + 1 == end || at[1] == '.'))
            return at + 1 == end ? Verdict::unfinished : Verdict::refused;
        const char *behind = nullptr;
        int64_t lines = 1;
        fields_.clear();
        if (const auto verdict = split(at, end, behind, lines); verdict != Verdict::read)
            return verdict;
        if (fields_.size() != columns_ || !is_utf8({at, static_cast<size_t>(behind - at)}))
            return Verdict::refused;
        begin_values(at, behind);
        for (size_t place = 0; place < columns_; ++place)
            values_.push_back(value(fields_[place], *rows.columns[place]));
        rows.line += lines;
        take_row(rows, values_);
        at = behind;
        return Verdict::read;
    }

  private:
    Verdict split(const char *at, const char *end, const char *&behind, int64_t &lines) {
        Field field{at, at};
        for (;; ++at) {
            while (at < end && !is_special_[static_cast<uint8_t>(*at)])
                ++at;
            if (at == end)
                return Verdict::unfinished;
            if (*at == how_.delimiter) {
                end_field(field, at);
                field = {at + 1, at + 1};
            } else if (*at == how_.quote) {
                // Only quotes around the whole value leave it as it is written.
                field.is_plain = !field.is_quoted && at == field.begin;
                field.is_quoted = true;
                if (const auto verdict = skip_quoted(++at, end, field, lines); verdict != Verdict::read)
                    return verdict;
                closed_ = at;
            } else if (*at == '\0') {
                return Verdict::refused;
            } else {
                end_field(field, at);
                if (*at == '\r' && how_.eol.size() == 1) {
                    // PostgreSQL looks at what follows before it takes the line.
                    if (at + 1 == end)
                        return Verdict::unfinished;
                    if (static_cast<int8_t>(at[1]) <= 0)
                        return Verdict::refused;
                }
                return line_end(at, end, behind);
            }
        }
    }

    void end_field(Field &field, const char *at) {
        field.end = at;
        field.is_plain = field.is_plain && (!field.is_quoted || closed_ + 1 == at);
        fields_.push_back(field);
    }

    // To the quote that closes; `at` is on it then.
    Verdict skip_quoted(const char *&at, const char *end, Field &field, int64_t &lines) const {
        for (;; ++at) {
            while (at < end && !is_special_in_quotes_[static_cast<uint8_t>(*at)])
                ++at;
            if (at == end)
                return Verdict::unfinished;
            if (*at == '\0')
                return Verdict::refused;
            if (*at == how_.escape) {
                // A quote at the data's end may be the first of two.
                if (at + 1 == end)
                    return Verdict::unfinished;
                if (at[1] == how_.quote || at[1] == how_.escape) {
                    field.is_plain = false;
                    ++at;
                    continue;
                }
            }
            if (*at == how_.quote)
                return Verdict::read;
            lines += *at == how_.eol[0];
        }
    }

    std::string_view value(const Field &field, const InputColumn &column) {
        if (!field.is_quoted && is_null(field))
            return column.is_never_null ? std::string_view{how_.null.data(), how_.null.size()} : NOTHING;
        const std::string_view made = field.is_plain ? plain(field) : unquoted(field);
        return column.is_null_in_quotes && made == how_.null ? NOTHING : made;
    }

    static std::string_view plain(const Field &field) {
        const int around = field.is_quoted;
        return {field.begin + around, static_cast<size_t>(field.end - field.begin - 2 * around)};
    }

    std::string_view unquoted(const Field &field) {
        char *const begin = free_;
        bool in_quotes = false;
        for (const char *at = field.begin; at < field.end; ++at) {
            const bool has_next = at + 1 < field.end;
            if (in_quotes && *at == how_.escape && has_next && (at[1] == how_.quote || at[1] == how_.escape))
                *free_++ = *++at;
            else if (*at == how_.quote)
                in_quotes = !in_quotes;
            else
                *free_++ = *at;
        }
        return {begin, static_cast<size_t>(free_ - begin)};
    }

    bool is_special_[256] = {}, is_special_in_quotes_[256] = {};
    const char *closed_ = nullptr; // the quote that ended the field's last quoted part
};

} // namespace pggate
