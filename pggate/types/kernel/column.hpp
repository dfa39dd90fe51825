// One column of a batch: where its values lie and what writes one of them as a cell.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "arrow.hpp"
#include "output.hpp"

namespace pggate {

// What the caller says of a column.
struct Specification {
    std::string_view type;              // pg_type.typname
    bool binary = false;                // its format
    uint32_t element_oid = 0;           // of an array type
    const int32_t *offsets = nullptr;   // timestamptz in text: seconds east of Greenwich, row by row
};

struct Column;

// Appends a value that is not NULL, without its length; false if this value is for the reference encoder.
using Writer = bool (*)(const Column &, int64_t row, Output &);

struct Column {
    const ArrowArray *array = nullptr;
    Writer write = nullptr;
    bool is_free_text = false;          // may hold any character, not only those of numbers and dates
    StringArray strings{};
    int scale = 0;                      // of a decimal
    int64_t multiply = 1, divide = 1;   // a time's unit in microseconds
    const int32_t *offsets = nullptr;
    uint32_t element_oid = 0;
    int64_t list_size = 0;              // of a fixed-size list
    std::unique_ptr<Column> child;      // of a list or a dictionary

    // Rows are physical ones here: the array's own offset is in them.
    bool is_null(int64_t row) const {
        if (write == nullptr)
            return true;
        const auto *validity = static_cast<const uint8_t *>(array->buffers[0]);
        return array->null_count != 0 && validity != nullptr && !bit(validity, row);
    }
    template <typename T> T value(int64_t row) const { return load<T>(array->buffers[1], row); }
};

} // namespace pggate
