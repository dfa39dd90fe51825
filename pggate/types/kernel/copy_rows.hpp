// COPY's input taken apart: as many whole rows as the data has, their fields read column by column.
//
// A row that is not plainly well-formed is left where it is: pggate/types/copy_lines.py, copy_fields.py and
// copy_tuples.py know what PostgreSQL says to it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "input_column.hpp"
#include "utf8.hpp"

namespace pggate {

// A field for the reference decoder; its bytes lie in Rows::unread.
struct Unread {
    int64_t row, line, begin, end;
    size_t column;
};

struct Rows {
    std::vector<std::unique_ptr<InputColumn>> columns;
    std::vector<Unread> beyond;
    Output unread;
    int64_t count = 0; // of rows
    int64_t line = 0;  // PostgreSQL's number of the last one

    void take(size_t at, std::string_view field) {
        if (columns[at]->take(field))
            return;
        const int64_t begin = unread.size();
        unread.put(field);
        beyond.push_back({count, line, begin, unread.size(), at});
    }
};

// Whether a row was read, goes on beyond the data, or is for the reference.
enum class Verdict { read, unfinished, refused };

// A field as it is written: NULL has no data.
using Fields = std::vector<std::string_view>;
constexpr std::string_view NOTHING{};

inline void take_row(Rows &rows, const Fields &fields) {
    for (size_t at = 0; at < fields.size(); ++at) {
        if (fields[at].data() == nullptr)
            rows.columns[at]->take_null();
        else
            rows.take(at, fields[at]);
    }
    ++rows.count;
}

struct InputFraming {
    char delimiter = '\t', quote = '"', escape = '"';
    std::string null, eol; // eol: what ends a line
    // JSON: the names of the columns with values; whether each is kept as JSON; and, for the columns behind them,
    // of which one they say whether a line names it.
    std::vector<std::string> names;
    std::vector<bool> documents;
    std::vector<size_t> asked;
};

// Characters at which there is something to decide.
class Stops {
  public:
    Stops(std::initializer_list<char> characters) {
        for (const char one : characters)
            is_one_[static_cast<uint8_t>(one)] = true;
    }

    // To the next of them; false if the data ends before one comes.
    bool reach(const char *&at, const char *end) const {
        while (at < end && !is_one_[static_cast<uint8_t>(*at)])
            ++at;
        return at < end;
    }

  private:
    bool is_one_[256] = {};
};

// A line of text or csv.  The format says how its fields are told apart (`split`) and what one of them means
// (`read_value`).
template <typename Format> class LineRows {
  public:
    LineRows(const InputFraming &how, size_t columns) : how_(how), values_(columns) {}

    // `at` is behind the row then.
    Verdict row(const char *&at, const char *end, Rows &rows) {
        auto &format = static_cast<Format &>(*this);
        const char *behind = nullptr;
        int64_t lines = 1;
        fields_.clear();
        if (const auto verdict = format.split(at, end, behind, lines); verdict != Verdict::read)
            return verdict;
        if (fields_.size() != values_.size() || !is_utf8({at, static_cast<size_t>(behind - at)}))
            return Verdict::refused;
        begin_scratch(static_cast<size_t>(behind - at));
        for (size_t place = 0; place < values_.size(); ++place)
            if (!format.read_value(fields_[place], *rows.columns[place], values_[place]))
                return Verdict::refused;
        rows.line += lines;
        take_row(rows, values_);
        at = behind;
        return Verdict::read;
    }

  protected:
    struct Field {
        const char *begin, *end;
        bool is_plain = true;  // the value is what lies between the two
        bool is_quoted = false;
    };

    // Behind a line's end that begins at `at`; nullptr if it is not the right one.
    Verdict line_end(const char *at, const char *end, const char *&behind) const {
        if (*at != how_.eol[0])
            return Verdict::refused;
        if (how_.eol.size() == 2) {
            if (at + 1 == end)
                return Verdict::unfinished;
            if (at[1] != how_.eol[1])
                return Verdict::refused;
        }
        behind = at + how_.eol.size();
        return Verdict::read;
    }
    bool is_null(const Field &field) const {
        return static_cast<size_t>(field.end - field.begin) == how_.null.size() &&
               std::memcmp(field.begin, how_.null.data(), how_.null.size()) == 0;
    }
    std::string_view written_since(const char *begin) const { return {begin, static_cast<size_t>(free_ - begin)}; }

    const InputFraming &how_;
    std::vector<Field> fields_;
    char *free_ = nullptr; // in scratch_

  private:
    void begin_scratch(size_t size) {
        if (scratch_.size() < size)
            scratch_.resize(size);
        free_ = scratch_.data();
    }

    Fields values_;
    std::string scratch_; // values that are not as they are written
};

// Reads rows until the data, or the number of them that is wanted, ends; `at` is behind the last one then.
template <typename Reader>
Verdict read_rows(const InputFraming &how, const char *&at, const char *end, int64_t most, Rows &rows) {
    Reader reader(how, rows.columns.size());
    while (rows.count < most) {
        if (at == end)
            return Verdict::unfinished;
        if (const auto verdict = reader.row(at, end, rows); verdict != Verdict::read)
            return verdict;
    }
    return Verdict::read;
}

} // namespace pggate
