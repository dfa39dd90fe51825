// Rows of COPY's csv format.
#pragma once

#include "copy_rows.hpp"

namespace pggate {

class CsvRows : public LineRows<CsvRows> {
  public:
    CsvRows(const InputFraming &how, size_t columns)
        : LineRows(how, columns), stops_{how.delimiter, how.quote, '\n', '\r', '\0'},
          stops_in_quotes_{how.quote, how.escape, how.eol[0], '\0'} {}

    Verdict split(const char *at, const char *end, const char *&behind, int64_t &lines) {
        // Perhaps the end-of-copy marker, which only the reference knows.
        if (*at == '\\' && (at + 1 == end || at[1] == '.'))
            return at + 1 == end ? Verdict::unfinished : Verdict::refused;
        Field field{at, at};
        for (;; ++at) {
            if (!stops_.reach(at, end))
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

    bool read_value(const Field &field, const InputColumn &column, std::string_view &value) {
        if (!field.is_quoted && is_null(field)) {
            value = column.is_never_null ? std::string_view{how_.null.data(), how_.null.size()} : NOTHING;
        } else {
            value = field.is_plain ? plain(field) : unquoted(field);
            if (column.is_null_in_quotes && value == how_.null)
                value = NOTHING;
        }
        return true;
    }

  private:
    void end_field(Field &field, const char *at) {
        field.end = at;
        field.is_plain = field.is_plain && (!field.is_quoted || closed_ + 1 == at);
        fields_.push_back(field);
    }

    // To the quote that closes; `at` is on it then.
    Verdict skip_quoted(const char *&at, const char *end, Field &field, int64_t &lines) const {
        for (;; ++at) {
            if (!stops_in_quotes_.reach(at, end))
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
        return written_since(begin);
    }

    const Stops stops_, stops_in_quotes_;
    const char *closed_ = nullptr; // the quote that ended the field's last quoted part
};

} // namespace pggate
