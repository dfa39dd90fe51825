// Whole and decimal numbers as PostgreSQL writes them.
#pragma once

#include <charconv>
#include <cstdint>
#include <cstring>

#include "output.hpp"

namespace pggate {

using int128 = __int128;
using uint128 = unsigned __int128;

constexpr int LONGEST_INTEGER = 20;  // -9223372036854775808
constexpr int LONGEST_DECIMAL = 128; // 39 digits, or a scale of 76 with its zeros, a point, a sign

template <typename T> char *write_integer(char *to, T value) {
    return std::to_chars(to, to + LONGEST_INTEGER, value).ptr;
}

// The digits of a magnitude, without leading zeros (none at all for 0); they end at `end`.
inline char *digits_before(char *end, uint128 value) {
    constexpr uint64_t CHUNK = 10'000'000'000'000'000'000U; // 10^19, the most that 64 bits hold
    while (value > UINT64_MAX) {
        auto low = static_cast<uint64_t>(value % CHUNK);
        value /= CHUNK;
        for (int digit = 0; digit < 19; ++digit, low /= 10)
            *--end = static_cast<char>('0' + low % 10);
    }
    for (auto rest = static_cast<uint64_t>(value); rest; rest /= 10)
        *--end = static_cast<char>('0' + rest % 10);
    return end;
}

inline uint128 magnitude(int128 value) { return value < 0 ? -static_cast<uint128>(value) : value; }

// numeric_out: every decimal of the scale is written.
inline char *write_decimal(char *to, int128 unscaled, int scale) {
    char digits[64];
    char *const end = digits + sizeof digits;
    char *first = digits_before(end, magnitude(unscaled));
    while (end - first < scale + 1)
        *--first = '0';
    if (unscaled < 0)
        *to++ = '-';
    const char *const point = end - scale;
    while (first < point)
        *to++ = *first++;
    if (scale > 0)
        *to++ = '.';
    while (first < end)
        *to++ = *first++;
    return to;
}

// numeric_send: int16 digits, weight, sign, scale; then base-10000 digits without zeros at either end.
inline void send_decimal(Output &out, int128 unscaled, int scale) {
    constexpr uint16_t NEGATIVE = 0x4000;
    char text[64];
    char *const end = text + sizeof text;
    const int padding = (4 - scale % 4) % 4; // zeros that fill the last group
    for (int zero = 0; zero < padding; ++zero)
        end[-1 - zero] = '0';
    char *first = digits_before(end - padding, magnitude(unscaled));
    while ((end - first) % 4)
        *--first = '0';
    int16_t groups[16];
    int count = 0, begin = 0;
    for (const char *at = first; at < end; at += 4)
        groups[count++] = static_cast<int16_t>((at[0] - '0') * 1000 + (at[1] - '0') * 100 + (at[2] - '0') * 10 + at[3] - '0');
    int weight = count - (scale + padding) / 4 - 1;
    while (count > begin && groups[count - 1] == 0)
        --count;
    while (begin < count && groups[begin] == 0)
        ++begin, --weight;
    if (begin == count)
        weight = 0;
    out.put_big_endian(static_cast<int16_t>(count - begin));
    out.put_big_endian(static_cast<int16_t>(weight));
    out.put_big_endian(unscaled < 0 ? NEGATIVE : uint16_t{0});
    out.put_big_endian(static_cast<uint16_t>(scale));
    for (; begin < count; ++begin)
        out.put_big_endian(groups[begin]);
}

} // namespace pggate
