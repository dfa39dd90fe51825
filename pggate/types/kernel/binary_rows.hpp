// Rows of COPY's binary format.
#pragma once

#include "binary_input.hpp"
#include "copy_rows.hpp"

namespace pggate {

class BinaryRows {
  public:
    BinaryRows(const InputFraming &, size_t columns) : columns_(columns) {}

    Verdict row(const char *&from, const char *end, Rows &rows) {
        constexpr int32_t MOST_BYTES = 0x3FFF'FFFF; // PostgreSQL 15, memutils.h: MaxAllocSize
        const char *at = from;
        if (end - at < 2)
            return Verdict::unfinished;
        if (binary_input::big_endian<int16_t>(at) != static_cast<int64_t>(columns_))
            return Verdict::refused;
        at += 2;
        values_.clear();
        for (size_t place = 0; place < columns_; ++place) {
            if (end - at < 4)
                return Verdict::unfinished;
            const auto size = binary_input::big_endian<int32_t>(at);
            at += 4;
            if (size < -1 || size >= MOST_BYTES)
                return Verdict::refused;
            if (size > end - at)
                return Verdict::unfinished;
            values_.push_back(size < 0 ? NOTHING : std::string_view{at, static_cast<size_t>(size)});
            at += size < 0 ? 0 : size;
        }
        ++rows.line;
        take_row(rows, values_);
        from = at;
        return Verdict::read;
    }

  private:
    const size_t columns_;
    Fields values_;
};

} // namespace pggate
