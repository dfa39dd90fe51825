// The Arrow C data interface (https://arrow.apache.org/docs/format/CDataInterface.html), as far as it is read
// here, and one column of a batch taken apart.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

extern "C" {

struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    ArrowSchema **children;
    ArrowSchema *dictionary;
    void (*release)(ArrowSchema *);
    void *private_data;
};

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    ArrowArray **children;
    ArrowArray *dictionary;
    void (*release)(ArrowArray *);
    void *private_data;
};
}

namespace pggate {

inline bool bit(const uint8_t *bits, int64_t at) { return bits[at >> 3] >> (at & 7) & 1; }

// An unaligned value; compilers make a plain load of it.
template <typename T> T load(const void *from, int64_t at = 0) {
    T value;
    std::memcpy(&value, static_cast<const char *>(from) + at * static_cast<int64_t>(sizeof(T)), sizeof(T));
    return value;
}

// The characters of one item of a string or binary array, whatever its layout.
enum class Strings { small, large, view, fixed };

struct StringArray {
    Strings layout;
    const ArrowArray *array;
    int64_t width = 0; // of fixed

    std::string_view at(int64_t row) const {
        switch (layout) {
        case Strings::small:
            return slice<int32_t>(row);
        case Strings::large:
            return slice<int64_t>(row);
        case Strings::fixed:
            return {static_cast<const char *>(array->buffers[1]) + row * width, static_cast<size_t>(width)};
        case Strings::view:
            break;
        }
        return viewed(row);
    }

  private:
    template <typename Offset> std::string_view slice(int64_t row) const {
        const auto first = load<Offset>(array->buffers[1], row), last = load<Offset>(array->buffers[1], row + 1);
        return {static_cast<const char *>(array->buffers[2]) + first, static_cast<size_t>(last - first)};
    }

    // 16 bytes: length, then the characters themselves if they fit into 12, else prefix, buffer, offset.
    std::string_view viewed(int64_t row) const {
        const char *item = static_cast<const char *>(array->buffers[1]) + row * 16;
        const auto length = load<int32_t>(item);
        if (length <= 12)
            return {item + 4, static_cast<size_t>(length)};
        const auto *data = static_cast<const char *>(array->buffers[2 + load<int32_t>(item, 2)]);
        return {data + load<int32_t>(item, 3), static_cast<size_t>(length)};
    }
};

} // namespace pggate
