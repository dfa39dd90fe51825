// The fields of COPY's text and csv formats, read as PostgreSQL's input functions read their usual spellings;
// whatever is not one of those is left to the reference decoder.
#pragma once

#include <charconv>
#include <cstdint>
#include <string_view>

#include "clockwork.hpp"
#include "input_column.hpp"
#include "numbers.hpp"

namespace pggate::text_input {

inline bool boolean(InputColumn &column, std::string_view field) {
    const bool is_true = field == "t" || field == "true" || field == "1";
    if (!is_true && field != "f" && field != "false" && field != "0")
        return false;
    column.bits.push(is_true);
    return true;
}

template <typename T> bool number(InputColumn &column, std::string_view field, T &value) {
    const auto [stop, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (error != std::errc{} || stop != field.data() + field.size())
        return false;
    column.put(value);
    return true;
}

template <typename T> bool integer(InputColumn &column, std::string_view field) {
    T value;
    return number(column, field, value);
}

// Infinity, NaN and what could have become zero by underflow have their own rules.
template <typename T> bool floating(InputColumn &column, std::string_view field) {
    const auto first = field.substr(!field.empty() && field[0] == '-');
    if (first.empty() || !(is_digit(first[0]) || first[0] == '.'))
        return false;
    T value;
    const auto [stop, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (error != std::errc{} || stop != field.data() + field.size())
        return false;
    if (value == 0 && first.find_first_not_of("0.") != first.npos)
        return false;
    column.put(value);
    return true;
}

constexpr int MOST_DIGITS = 38;

struct Powers {
    uint128 of[MOST_DIGITS + 1];
    constexpr Powers() : of{} {
        of[0] = 1;
        for (int power = 1; power <= MOST_DIGITS; ++power)
            of[power] = of[power - 1] * 10;
    }
};
inline constexpr Powers TEN{};

inline bool put_decimal(InputColumn &column, uint128 magnitude, bool is_negative) {
    if (magnitude >= TEN.of[column.first])
        return false;
    column.put(is_negative ? -static_cast<int128>(magnitude) : static_cast<int128>(magnitude));
    return true;
}

// digits[.digits], no more of them behind the point than the column has.
inline bool decimal(InputColumn &column, std::string_view field) {
    const char *at = field.data(), *const end = at + field.size();
    const bool is_negative = at < end && *at == '-';
    at += is_negative;
    const char *const first = at;
    uint128 value = 0;
    uint64_t part = 0; // of 18 digits at most
    int digits = 0, decimals = -1;
    for (; at < end; ++at) {
        if (is_digit(*at)) {
            part = part * 10 + static_cast<uint64_t>(*at - '0');
            decimals += decimals >= 0;
            if (++digits % 18 == 0) {
                value = value * TEN.of[18] + part;
                part = 0;
            }
        } else if (*at == '.' && decimals < 0) {
            decimals = 0;
        } else {
            return false;
        }
    }
    const int missing = column.second - (decimals < 0 ? 0 : decimals);
    if (digits == 0 || first == end || missing < 0 || digits + missing > MOST_DIGITS)
        return false;
    value = value * TEN.of[digits % 18] + part;
    return put_decimal(column, value * TEN.of[missing], is_negative);
}

inline bool characters(InputColumn &column, std::string_view field) {
    if (column.first >= 0 && field.size() > static_cast<size_t>(column.first))
        return false;
    column.put_bytes(field);
    return true;
}

inline int hexadecimal(char one) {
    if (is_digit(one))
        return one - '0';
    const char lower = static_cast<char>(one | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Pairs of digits as bytes; false, with some of them written, if one is none.
inline bool unhex(const char *from, const char *end, char *to) {
    for (; from < end; from += 2) {
        const int high = hexadecimal(from[0]), low = hexadecimal(from[1]);
        if ((high | low) < 0)
            return false;
        *to++ = static_cast<char>(high << 4 | low);
    }
    return true;
}

inline bool bytes(InputColumn &column, std::string_view field) {
    if (field.substr(0, 2) != "\\x" || field.size() % 2)
        return false;
    const auto length = static_cast<int64_t>(field.size() / 2 - 1);
    char *to = column.values.room(length);
    if (!unhex(field.data() + 2, field.data() + field.size(), to))
        return false;
    column.values.took(to + length);
    return true;
}

inline bool uuid(InputColumn &column, std::string_view field) {
    static constexpr int PARTS[] = {8, 4, 4, 4, 12};
    if (field.size() != 36)
        return false;
    char made[16], *to = made;
    const char *at = field.data();
    for (const int digits : PARTS) {
        if ((at > field.data() && *at++ != '-') || !unhex(at, at + digits, to))
            return false;
        at += digits;
        to += digits / 2;
    }
    column.put_bytes({made, sizeof made});
    return true;
}

inline bool date(InputColumn &column, std::string_view field) {
    Clockwork parts(field);
    int64_t days;
    if (!parts.date(days) || parts.at != parts.end)
        return false;
    column.put(static_cast<int32_t>(days));
    return true;
}

inline bool time(InputColumn &column, std::string_view field) {
    Clockwork parts(field);
    int64_t micros;
    if (!parts.time(micros) || parts.at != parts.end)
        return false;
    column.put(micros);
    return true;
}

inline bool moment(Clockwork &parts, int64_t &micros) {
    int64_t days;
    if (!parts.date(days) || !(parts.has(' ') || parts.has('T')) || !parts.time(micros))
        return false;
    micros += days * DAY;
    return true;
}

inline bool timestamp(InputColumn &column, std::string_view field) {
    Clockwork parts(field);
    int64_t micros;
    if (!moment(parts, micros) || parts.at != parts.end)
        return false;
    column.put(micros);
    return true;
}

inline bool timestamptz(InputColumn &column, std::string_view field) {
    Clockwork parts(field);
    int64_t micros, east = 0;
    if (!moment(parts, micros))
        return false;
    if (parts.at == parts.end && column.first == 0)
        column.put_local();
    else if (parts.at < parts.end && !((parts.has('Z') || parts.offset(east)) && parts.at == parts.end))
        return false;
    column.put(micros - east * SECOND);
    return true;
}

} // namespace pggate::text_input
