// One column of COPY's input: Arrow's buffers, growing row by row, and what reads a field into them.
#pragma once

#include <cstdint>
#include <string_view>

#include "output.hpp"

namespace pggate {

// One bit a row.
class Bits {
  public:
    void push(bool one) {
        current_ = static_cast<uint8_t>(current_ | one << (count_ & 7));
        zeros_ += !one;
        if ((++count_ & 7) == 0)
            flush();
    }
    int64_t zeros() const { return zeros_; }
    int64_t count() const { return count_; }
    Output &finished() {
        if (count_ & 7)
            flush();
        count_ = 0;
        return bytes_;
    }

  private:
    void flush() {
        bytes_.put(static_cast<char>(current_));
        current_ = 0;
    }

    Output bytes_;
    uint8_t current_ = 0;
    int64_t count_ = 0, zeros_ = 0;
};

struct InputColumn;

// Appends the value of a field; false, and nothing appended, if it is one for the reference decoder.
using FieldReader = bool (*)(InputColumn &, std::string_view field);

constexpr int BITS = 0, STRINGS = -1; // beside the width of a fixed-width value

struct InputColumn {
    FieldReader read = nullptr; // nullptr: every field is for the reference decoder
    int layout = STRINGS;
    int first = 0, second = 0; // precision and scale; the longest text, -1: any; whether the zone is UTC
    bool is_never_null = false, is_null_in_quotes = false; // csv: FORCE_NOT_NULL, FORCE_NULL
    Bits validity, bits;
    Output values;  // of fixed width, or the characters
    Output offsets; // int32, where each string begins; the last one's end
    Output locals;  // int64, the rows of a timestamptz whose value is a time of the session's zone

    template <typename T> void put(T value) {
        char *to = values.room(sizeof value);
        std::memcpy(to, &value, sizeof value);
        values.took(to + sizeof value);
    }
    void put_bytes(std::string_view bytes) { values.put(bytes); }
    void put_local() { // of the row whose value is being read
        const int64_t row = validity.count() - 1;
        char *to = locals.room(sizeof row);
        std::memcpy(to, &row, sizeof row);
        locals.took(to + sizeof row);
    }
    void put_offset() {
        const auto end = static_cast<int32_t>(values.size());
        char *to = offsets.room(sizeof end);
        std::memcpy(to, &end, sizeof end);
        offsets.took(to + sizeof end);
    }

    // A field that is not NULL; false if the reference decoder must say what it is.
    bool take(std::string_view field) {
        if (read == nullptr)
            return false;
        validity.push(true);
        if (!read(*this, field)) {
            put_nothing();
            return false;
        }
        if (layout == STRINGS)
            put_offset();
        return true;
    }
    void take_null() {
        if (read == nullptr)
            return;
        validity.push(false);
        put_nothing();
    }

  private:
    // What stands where there is no value, or not yet.
    void put_nothing() {
        if (layout == STRINGS) {
            put_offset();
        } else if (layout == BITS) {
            bits.push(false);
        } else {
            char *to = values.room(layout);
            std::memset(to, 0, static_cast<size_t>(layout));
            values.took(to + layout);
        }
    }
};

} // namespace pggate
