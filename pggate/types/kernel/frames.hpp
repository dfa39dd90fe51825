// What stands around the cells of a row: DataRow messages and COPY's three formats.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cells.hpp"
#include "column.hpp"

namespace pggate {

// A value that the reference encoder has to write: the number of its column.
struct NotWritten {
    int64_t column;
};

using Columns = std::vector<Column>;

struct Csv {
    char quote = 0, escape = 0;
    std::vector<bool> forced; // per column: quoted whatever it is
};

// COPY's text formats: what stands between the cells and for NULL.
struct CopyText {
    char delimiter = '\t';
    std::string null;
    bool is_csv = false;
    Csv csv;
};

// A message's tag and its int32 length around each row.  PostgreSQL sends a CopyData for every one too, and drivers
// read them so.
constexpr char DATA_ROW = 'D', COPY_DATA = 'd';

template <char Tag> class Message {
  public:
    explicit Message(Output &out) : out_(out), begin_(out.size()) {
        out.put(Tag);
        out.put_big_endian(int32_t{0});
    }
    void end() { out_.set_big_endian(begin_ + 1, cells::counted(out_.size() - begin_ - 1)); }

  private:
    Output &out_;
    int64_t begin_;
};

// int16 columns, the fields: what is in a DataRow (PostgreSQL 15, 55.7) is a tuple of COPY's binary format too.
template <char Tag> void tuple_row(const Columns &columns, int64_t row, Output &out) {
    Message<Tag> message(out);
    out.put_big_endian(static_cast<int16_t>(columns.size()));
    for (const Column &column : columns)
        if (!cells::put_field(column, row + column.array->offset, out))
            throw NotWritten{&column - columns.data()};
    message.end();
}

// What CopyAttributeOutText puts after a backslash instead of a character; 0 for what stays as it is.
inline char escaped(char one, char delimiter) {
    switch (one) {
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    case '\v':
        return 'v';
    default:
        return one == '\\' || one == delimiter ? one : '\0';
    }
}

inline void escape_since(Output &out, int64_t begin, char delimiter) {
    int64_t more = 0;
    for (const char *at = out.data() + begin, *end = out.data() + out.size(); at < end; ++at)
        more += escaped(*at, delimiter) != 0;
    if (more == 0)
        return;
    const int64_t length = out.size() - begin;
    char *end = out.room(more), *from = end, *to = end + more;
    out.took(to);
    for (int64_t left = length; left; --left) {
        const char one = *--from, instead = escaped(one, delimiter);
        *--to = instead ? instead : one;
        if (instead)
            *--to = '\\';
    }
}

// CopyAttributeOutCSV.
inline void quote_csv_since(Output &out, int64_t begin, const CopyText &copy, bool is_forced, bool is_alone) {
    const std::string_view written(out.data() + begin, static_cast<size_t>(out.size() - begin));
    const char special[] = {copy.delimiter, copy.csv.quote, '\n', '\r'};
    if (!is_forced && written != copy.null && !(is_alone && written == "\\.") &&
        written.find_first_of(std::string_view(special, sizeof special)) == written.npos)
        return;
    const auto is_escaped = [&](char one) { return one == copy.csv.quote || one == copy.csv.escape; };
    int64_t more = 2;
    for (const char one : written)
        more += is_escaped(one);
    const auto length = static_cast<int64_t>(written.size());
    char *end = out.room(more), *from = end, *to = end + more;
    out.took(to);
    *--to = copy.csv.quote;
    for (int64_t left = length; left; --left) {
        const char one = *--from;
        *--to = one;
        if (is_escaped(one))
            *--to = copy.csv.escape;
    }
    *--to = copy.csv.quote;
}

// Whether a cell of numbers, dates and the like could hold a character that COPY has to treat.
inline bool may_be_anywhere(const CopyText &copy) {
    constexpr std::string_view NOWHERE = "\t,;|";
    return NOWHERE.find(copy.delimiter) == NOWHERE.npos ||
           (copy.is_csv && (!copy.null.empty() || (copy.csv.quote != '"' && copy.csv.quote != '\'')));
}

inline void copy_text_row(const Columns &columns, int64_t row, const CopyText &copy, bool scans_all, Output &out) {
    Message<COPY_DATA> message(out);
    for (const Column &column : columns) {
        const auto place = static_cast<size_t>(&column - columns.data());
        if (place > 0)
            out.put(copy.delimiter);
        const int64_t physical = row + column.array->offset;
        if (column.is_null(physical)) {
            out.put(copy.null);
            continue;
        }
        const int64_t begin = out.size();
        if (!column.write(column, physical, out))
            throw NotWritten{static_cast<int64_t>(place)};
        const bool is_forced = copy.is_csv && copy.csv.forced[place];
        if (!column.is_free_text && !scans_all && !is_forced)
            continue;
        if (copy.is_csv)
            quote_csv_since(out, begin, copy, is_forced, columns.size() == 1);
        else
            escape_since(out, begin, copy.delimiter);
    }
    out.put('\n');
    message.end();
}

} // namespace pggate
