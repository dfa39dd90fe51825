// The shortest text of a float that reads back as the same float, in PostgreSQL's layout.
//
// PostgreSQL 15, 8.1.3: plain notation for exponents -4 to 14 (float4: to 5).  Its digits are those of Ryu
// without the interval's bounds: where the shortest digits lie exactly half way between two floats (1e23 is
// 9.999999999999999e+22) it prints more of them, because they would rely on round-to-even when read.
#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "numbers.hpp"

namespace pggate {

constexpr int LONGEST_FLOAT = 32;

template <typename Float> struct Limits;
template <> struct Limits<double> {
    static constexpr int plain_below = 15, mantissa_bits = 53, most_digits = 17;
    static constexpr double midpoints_from = 2251799813685248.0; // 2^51: under it a mid-point has too many digits
    static double read(const char *text) { return std::strtod(text, nullptr); }
};
template <> struct Limits<float> {
    static constexpr int plain_below = 6, mantissa_bits = 24, most_digits = 9;
    static constexpr float midpoints_from = 2097152.0F; // 2^21
    static float read(const char *text) { return std::strtof(text, nullptr); }
};

// digits x 10^exponent, a float's magnitude in decimal.
struct Decimal {
    char digits[24];
    int count = 0;
    int exponent = 0;

    Decimal() = default;

    // value x 10^power; zeros at the end are not kept.
    void set(uint64_t value, int power) {
        for (; value % 10 == 0; value /= 10)
            ++power;
        count = static_cast<int>(std::to_chars(digits, digits + sizeof digits, value).ptr - digits);
        exponent = power;
    }

    // From [d].[ddd]e[+-]dd; zeros at the end are not kept.
    explicit Decimal(const char *text, const char *end) {
        const char *at = text;
        for (; at < end && *at != 'e'; ++at)
            if (*at != '.')
                digits[count++] = *at;
        const bool is_negative = at[1] == '-';
        for (at += 2; at < end; ++at)
            exponent = exponent * 10 + (*at - '0');
        exponent = (is_negative ? -exponent : exponent) - (count - 1);
        for (; count > 1 && digits[count - 1] == '0'; --count)
            ++exponent;
    }
    int power() const { return exponent + count - 1; }
    uint64_t value() const {
        uint64_t number = 0;
        for (int digit = 0; digit < count; ++digit)
            number = number * 10 + static_cast<uint64_t>(digits[digit] - '0');
        return number;
    }
};

// odd x 2^twos
struct Odd {
    uint128 odd;
    int twos;
    Odd(uint128 number, int power) : odd(number), twos(power) {
        for (; !(odd & 1); odd >>= 1)
            ++twos;
    }
    bool operator==(const Odd &other) const { return odd == other.odd && twos == other.twos; }
};

// Whether a decimal is exactly half way between a float and one of its neighbours.
template <typename Float> bool is_midpoint(Float value, const Decimal &decimal) {
    constexpr int MOST_FIVES = 23; // a mid-point has at most 55 bits, 5^24 has more
    if (decimal.exponent > MOST_FIVES || decimal.exponent < -MOST_FIVES)
        return false;
    uint128 fives = 1;
    for (int five = std::abs(decimal.exponent); five; --five)
        fives *= 5;
    int binary;
    const auto fraction = std::frexp(value, &binary);
    const auto mantissa = static_cast<uint64_t>(std::ldexp(fraction, Limits<Float>::mantissa_bits));
    binary -= Limits<Float>::mantissa_bits;
    // Below a power of two the floats lie twice as close.
    const bool is_power = mantissa == uint64_t{1} << (Limits<Float>::mantissa_bits - 1);
    const Odd above(uint128{2} * mantissa + 1, binary - 1);
    const Odd below = is_power ? Odd(uint128{4} * mantissa - 1, binary - 2) : Odd(uint128{2} * mantissa - 1, binary - 1);
    for (const Odd &middle : {above, below}) {
        if (decimal.exponent >= 0 ? Odd(decimal.value() * fives, decimal.exponent) == middle
                                  : Odd(decimal.value(), decimal.exponent) == Odd(middle.odd * fives, middle.twos))
            return true;
    }
    return false;
}

// A double that is a whole number of millionths.  It was found by one correctly rounded division, so
// the decimal reads back as it; and no other decimal of 15 digits does, so none is shorter.
inline bool is_short(double magnitude, Decimal &found) {
    constexpr double SCALE = 1e6, MOST = 1e15;
    const double scaled = std::nearbyint(magnitude * SCALE);
    if (scaled >= MOST || scaled < 1 || scaled / SCALE != magnitude)
        return false;
    found.set(static_cast<uint64_t>(scaled), -6);
    return true;
}

inline bool is_short(float, Decimal &) { return false; }

template <typename Float> Decimal shortest(Float magnitude) {
    Decimal simple;
    if (is_short(magnitude, simple))
        return simple;
    char text[48];
    const Decimal found(text, std::to_chars(text, text + sizeof text, magnitude, std::chars_format::scientific).ptr);
    if (magnitude < Limits<Float>::midpoints_from || !is_midpoint(magnitude, found))
        return found;
    for (int precision = 1; precision < Limits<Float>::most_digits; ++precision) {
        const int length = std::snprintf(text, sizeof text, "%.*e", precision, static_cast<double>(magnitude));
        const Decimal longer(text, text + length);
        if (Limits<Float>::read(text) == magnitude && !is_midpoint(magnitude, longer))
            return longer;
    }
    return found;
}

inline char *write_digits(char *to, const Decimal &decimal, int from, int until) {
    for (; from < until; ++from)
        *to++ = from < decimal.count ? decimal.digits[from] : '0';
    return to;
}

template <typename Float> char *write_float(char *to, Float value) {
    const auto put = [&to](const char *word) {
        const auto length = std::strlen(word);
        std::memcpy(to, word, length);
        return to + length;
    };
    if (std::isnan(value))
        return put("NaN");
    if (std::signbit(value))
        *to++ = '-';
    if (std::isinf(value))
        return put("Infinity");
    if (value == 0)
        return put("0");
    const Decimal decimal = shortest(std::abs(value));
    const int power = decimal.power();
    if (power < -4 || power >= Limits<Float>::plain_below) {
        to = write_digits(to, decimal, 0, 1);
        if (decimal.count > 1)
            *to++ = '.';
        to = write_digits(to, decimal, 1, decimal.count);
        *to++ = 'e';
        *to++ = power < 0 ? '-' : '+';
        if (std::abs(power) < 10)
            *to++ = '0';
        return write_integer(to, std::abs(power));
    }
    if (power < 0) {
        *to++ = '0';
        *to++ = '.';
        for (int zero = power + 1; zero < 0; ++zero)
            *to++ = '0';
        return write_digits(to, decimal, 0, decimal.count);
    }
    to = write_digits(to, decimal, 0, power + 1);
    if (decimal.count > power + 1)
        *to++ = '.';
    return write_digits(to, decimal, power + 1, decimal.count);
}

} // namespace pggate
