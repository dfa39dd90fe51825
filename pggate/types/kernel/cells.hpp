// The writers: how a value of each kind becomes its bytes in text or binary format (PostgreSQL's type output
// and send functions).
#pragma once

#include <cmath>
#include <cstdint>
#include <strings.h>
#include <type_traits>

#include "calendar.hpp"
#include "column.hpp"
#include "floats.hpp"
#include "numbers.hpp"

namespace pggate::cells {

// A writer from a function that writes at most LONGEST characters.
template <int LONGEST, typename Write> bool write_at_most(Output &out, Write write) {
    out.took(write(out.room(LONGEST)));
    return true;
}

inline bool boolean_text(const Column &column, int64_t row, Output &out) {
    out.put(bit(static_cast<const uint8_t *>(column.array->buffers[1]), row) ? 't' : 'f');
    return true;
}

inline bool boolean_sent(const Column &column, int64_t row, Output &out) {
    out.put(bit(static_cast<const uint8_t *>(column.array->buffers[1]), row) ? '\1' : '\0');
    return true;
}

template <typename From> bool integer_text(const Column &column, int64_t row, Output &out) {
    return write_at_most<LONGEST_INTEGER>(out, [&](char *to) { return write_integer(to, column.value<From>(row)); });
}

template <typename From, typename To> bool integer_sent(const Column &column, int64_t row, Output &out) {
    out.put_big_endian(static_cast<To>(column.value<From>(row)));
    return true;
}

template <typename Float> bool float_text(const Column &column, int64_t row, Output &out) {
    return write_at_most<LONGEST_FLOAT>(out, [&](char *to) { return write_float(to, column.value<Float>(row)); });
}

template <typename Float> bool float_sent(const Column &column, int64_t row, Output &out) {
    using Bits = std::conditional_t<sizeof(Float) == 4, uint32_t, uint64_t>;
    out.put_big_endian(column.value<Bits>(row));
    return true;
}

template <typename Unscaled> bool decimal_text(const Column &column, int64_t row, Output &out) {
    return write_at_most<LONGEST_DECIMAL>(
        out, [&](char *to) { return write_decimal(to, column.value<Unscaled>(row), column.scale); });
}

template <typename Unscaled> bool decimal_sent(const Column &column, int64_t row, Output &out) {
    send_decimal(out, column.value<Unscaled>(row), column.scale);
    return true;
}

inline bool characters(const Column &column, int64_t row, Output &out) {
    out.put(column.strings.at(row));
    return true;
}

// Of the type "char": one byte, NUL where there is none.
inline bool character_sent(const Column &column, int64_t row, Output &out) {
    const auto text = column.strings.at(row);
    out.put(text.empty() ? '\0' : text[0]);
    return true;
}

inline bool jsonb_sent(const Column &column, int64_t row, Output &out) {
    constexpr char VERSION = 1;
    out.put(VERSION);
    return characters(column, row, out);
}

constexpr char HEX[] = "0123456789abcdef";

inline char *write_hex(char *to, unsigned char byte) {
    *to++ = HEX[byte >> 4];
    *to++ = HEX[byte & 15];
    return to;
}

inline bool bytea_text(const Column &column, int64_t row, Output &out) {
    const auto bytes = column.strings.at(row);
    char *to = out.room(2 + 2 * static_cast<int64_t>(bytes.size()));
    *to++ = '\\';
    *to++ = 'x';
    for (const char byte : bytes)
        to = write_hex(to, static_cast<unsigned char>(byte));
    out.took(to);
    return true;
}

constexpr int UUID_BYTES = 16, UUID_CHARACTERS = 36;

inline bool is_hyphen_at(int at) { return at == 8 || at == 13 || at == 18 || at == 23; }

inline bool uuid_text(const Column &column, int64_t row, Output &out) {
    const auto bytes = column.strings.at(row);
    char *to = out.room(UUID_CHARACTERS), *const begin = to;
    for (int byte = 0; byte < UUID_BYTES; ++byte) {
        if (is_hyphen_at(static_cast<int>(to - begin)))
            *to++ = '-';
        to = write_hex(to, static_cast<unsigned char>(bytes[byte]));
    }
    out.took(to);
    return true;
}

inline int nibble(char digit) {
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    digit |= 0x20;
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

inline bool uuid_sent(const Column &column, int64_t row, Output &out) {
    const auto text = column.strings.at(row);
    if (text.size() != UUID_CHARACTERS)
        return false;
    char *to = out.room(UUID_BYTES);
    for (int at = 0; at < UUID_CHARACTERS;) {
        if (is_hyphen_at(at)) {
            ++at;
            continue;
        }
        const int high = nibble(text[at]), low = nibble(text[at + 1]);
        if (high < 0 || low < 0)
            return false;
        *to++ = static_cast<char>(high << 4 | low);
        at += 2;
    }
    out.took(to);
    return true;
}

inline bool date_text(const Column &column, int64_t row, Output &out) {
    return write_at_most<LONGEST_TIMESTAMP>(out, [&](char *to) { return write_date(to, column.value<int32_t>(row)); });
}

inline bool date_sent(const Column &column, int64_t row, Output &out) {
    out.put_big_endian(sent_date(column.value<int32_t>(row)));
    return true;
}

// Microseconds since midnight or 1970; false where 64 bits do not hold them.
template <typename From> bool microseconds(const Column &column, int64_t row, int64_t &micros) {
    micros = column.value<From>(row);
    if (micros == TIMESTAMP_INFINITY || micros == -TIMESTAMP_INFINITY)
        return true;
    if (column.divide != 1) {
        micros = floor_divide(micros, column.divide);
        return true;
    }
    return !__builtin_mul_overflow(micros, column.multiply, &micros) && micros != TIMESTAMP_INFINITY &&
           micros > -TIMESTAMP_INFINITY;
}

template <typename From> bool time_text(const Column &column, int64_t row, Output &out) {
    int64_t micros;
    return microseconds<From>(column, row, micros) &&
           write_at_most<LONGEST_TIMESTAMP>(out, [&](char *to) { return write_time(to, micros); });
}

template <typename From> bool time_sent(const Column &column, int64_t row, Output &out) {
    int64_t micros;
    if (!microseconds<From>(column, row, micros))
        return false;
    out.put_big_endian(micros);
    return true;
}

inline bool moment_text(const Column &column, int64_t row, Output &out) {
    int64_t micros;
    const int32_t *offset = column.offsets == nullptr ? nullptr : column.offsets + (row - column.array->offset);
    return microseconds<int64_t>(column, row, micros) &&
           write_at_most<LONGEST_TIMESTAMP>(out, [&](char *to) { return write_moment(to, micros, offset); });
}

inline bool moment_sent(const Column &column, int64_t row, Output &out) {
    int64_t micros;
    if (!microseconds<int64_t>(column, row, micros))
        return false;
    out.put_big_endian(sent_moment(micros));
    return true;
}

template <typename Index> bool looked_up(const Column &column, int64_t row, Output &out) {
    const int64_t item = static_cast<int64_t>(column.value<Index>(row)) + column.child->array->offset;
    return !column.child->is_null(item) && column.child->write(*column.child, item, out);
}

struct Items {
    int64_t first, last;
};

template <typename Offset> Items items_of(const Column &column, int64_t row) {
    const int64_t base = column.child->array->offset;
    if constexpr (std::is_void_v<Offset>)
        return {base + row * column.list_size, base + (row + 1) * column.list_size};
    else
        return {base + column.value<Offset>(row), base + column.value<Offset>(row + 1)};
}

// array_out quotes what it could not read back otherwise.
inline bool needs_quotes(std::string_view item) {
    return item.empty() || (item.size() == 4 && strncasecmp(item.data(), "null", 4) == 0) ||
           item.find_first_of("{}\",\\ \t\n\r\v\f") != item.npos;
}

// Puts quotes around what was written since `begin`, and a backslash before quotes and backslashes in it.
inline void quote_since(Output &out, int64_t begin) {
    const std::string_view written(out.data() + begin, static_cast<size_t>(out.size() - begin));
    if (!needs_quotes(written))
        return;
    int64_t more = 2;
    for (const char one : written)
        more += one == '"' || one == '\\';
    const auto length = static_cast<int64_t>(written.size());
    char *end = out.room(more), *from = end - 1, *to = end + more - 1;
    out.took(end + more);
    *to-- = '"';
    for (int64_t left = length; left; --left) {
        const char one = *from--;
        *to-- = one;
        if (one == '"' || one == '\\')
            *to-- = '\\';
    }
    *to = '"';
}

template <typename Offset> bool list_text(const Column &column, int64_t row, Output &out) {
    const Column &child = *column.child;
    const auto [first, last] = items_of<Offset>(column, row);
    out.put('{');
    for (int64_t item = first; item < last; ++item) {
        if (item > first)
            out.put(',');
        if (child.is_null(item)) {
            out.put("NULL");
            continue;
        }
        const int64_t begin = out.size();
        if (!child.write(child, item, out))
            return false;
        quote_since(out, begin);
    }
    out.put('}');
    return true;
}

// A row or a field that its int32 length cannot count.
struct TooLong {};

inline int32_t counted(int64_t bytes) {
    if (bytes > INT32_MAX)
        throw TooLong();
    return static_cast<int32_t>(bytes);
}

// A cell after its length in four bytes, -1 for NULL: DataRow's and COPY's fields and an array's elements.
inline bool put_field(const Column &column, int64_t row, Output &out) {
    const int64_t begin = out.size();
    out.put_big_endian(int32_t{-1});
    if (column.is_null(row))
        return true;
    if (!column.write(column, row, out))
        return false;
    out.set_big_endian(begin, counted(out.size() - begin - 4));
    return true;
}

template <typename Offset> bool list_sent(const Column &column, int64_t row, Output &out) {
    const Column &child = *column.child;
    const auto [first, last] = items_of<Offset>(column, row);
    const bool is_empty = first == last;
    bool holds_null = false;
    for (int64_t item = first; item < last && !holds_null; ++item)
        holds_null = child.is_null(item);
    out.put_big_endian(int32_t{!is_empty});
    out.put_big_endian(int32_t{holds_null});
    out.put_big_endian(column.element_oid);
    if (is_empty)
        return true;
    out.put_big_endian(static_cast<int32_t>(last - first));
    out.put_big_endian(int32_t{1});
    for (int64_t item = first; item < last; ++item)
        if (!put_field(child, item, out))
            return false;
    return true;
}

} // namespace pggate::cells
