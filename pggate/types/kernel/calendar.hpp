// Dates and times as PostgreSQL prints them (DateStyle ISO), from days and microseconds since 1970-01-01.
#pragma once

#include <cstdint>
#include <cstring>

#include "numbers.hpp"

namespace pggate {

constexpr int64_t SECOND = 1'000'000, DAY = 86'400 * SECOND;
constexpr int64_t EPOCH_DAYS = 10'957, EPOCH = EPOCH_DAYS * DAY; // 2000-01-01, where PostgreSQL counts from

// DuckDB keeps infinities as the largest integers, the negative one as its mirror image.
constexpr int32_t DATE_INFINITY = INT32_MAX;
constexpr int64_t TIMESTAMP_INFINITY = INT64_MAX;

constexpr int LONGEST_TIMESTAMP = 64; // 294247-01-10 04:00:54.775807+00:53:28 BC and room to spare

inline int64_t floor_divide(int64_t value, int64_t by) { return value / by - (value % by < 0); }

// Numbers here are small and 32 bits wide where they can be: dividing 64 takes several times as long.
inline char *write_two(char *to, uint32_t value) {
    to[0] = static_cast<char>('0' + value / 10);
    to[1] = static_cast<char>('0' + value % 10);
    return to + 2;
}

inline char *write_word(char *to, std::string_view word) {
    std::memcpy(to, word.data(), word.size());
    return to + word.size();
}

inline char *write_infinity(char *to, bool negative) { return write_word(to, negative ? "-infinity" : "infinity"); }

struct Civil {
    int64_t year; // astronomical: 0 is 1 BC
    uint32_t month, day;
};

// Hinnant, "chrono-compatible low-level date algorithms".
inline Civil civil(int64_t days) {
    const int64_t shifted = days + 719'468, era = floor_divide(shifted, 146'097);
    const auto of_era = static_cast<uint32_t>(shifted - era * 146'097);
    const uint32_t year_of_era = (of_era - of_era / 1460 + of_era / 36'524 - of_era / 146'096) / 365;
    const uint32_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const uint32_t month = (5 * of_year + 2) / 153; // counted from March
    const uint32_t calendar_month = month < 10 ? month + 3 : month - 9;
    return {era * 400 + year_of_era + (calendar_month <= 2), calendar_month, of_year - (153 * month + 2) / 5 + 1};
}

inline char *write_civil(char *to, const Civil &date) {
    int64_t year = date.year > 0 ? date.year : 1 - date.year;
    if (year < 10'000) {
        const auto short_year = static_cast<uint32_t>(year);
        to = write_two(to, short_year / 100);
        to = write_two(to, short_year % 100);
    } else {
        to = write_integer(to, year);
    }
    *to++ = '-';
    to = write_two(to, date.month);
    *to++ = '-';
    return write_two(to, date.day);
}

inline char *write_era(char *to, const Civil &date) { return date.year > 0 ? to : write_word(to, " BC"); }

inline char *write_date(char *to, int32_t days) {
    if (days == DATE_INFINITY || days == -DATE_INFINITY)
        return write_infinity(to, days < 0);
    const Civil date = civil(days);
    return write_era(write_civil(to, date), date);
}

inline char *write_time(char *to, int64_t micros) {
    const auto seconds = static_cast<uint32_t>(micros / SECOND), fraction = static_cast<uint32_t>(micros % SECOND);
    to = write_two(to, seconds / 3600);
    *to++ = ':';
    to = write_two(to, seconds / 60 % 60);
    *to++ = ':';
    to = write_two(to, seconds % 60);
    if (fraction == 0)
        return to;
    *to++ = '.';
    to = write_two(to, fraction / 10'000);
    to = write_two(to, fraction / 100 % 100);
    to = write_two(to, fraction % 100);
    while (to[-1] == '0')
        --to;
    return to;
}

inline char *write_offset(char *to, int32_t offset) {
    const auto east = static_cast<uint32_t>(offset < 0 ? -offset : offset);
    *to++ = offset < 0 ? '-' : '+';
    to = write_two(to, east / 3600);
    if (east % 3600 == 0)
        return to;
    *to++ = ':';
    to = write_two(to, east / 60 % 60);
    if (east % 60 == 0)
        return to;
    *to++ = ':';
    return write_two(to, east % 60);
}

inline char *write_moment(char *to, int64_t micros, const int32_t *offset) {
    if (micros == TIMESTAMP_INFINITY || micros == -TIMESTAMP_INFINITY)
        return write_infinity(to, micros < 0);
    // Days first: the offset could carry the microseconds beyond 64 bits.
    int64_t days = floor_divide(micros, DAY), clock = micros - days * DAY;
    if (offset != nullptr) {
        clock += *offset * SECOND;
        const int64_t carried = floor_divide(clock, DAY);
        days += carried;
        clock -= carried * DAY;
    }
    const Civil date = civil(days);
    to = write_civil(to, date);
    *to++ = ' ';
    to = write_time(to, clock);
    if (offset != nullptr)
        to = write_offset(to, *offset);
    return write_era(to, date);
}

inline int32_t sent_date(int32_t days) {
    if (days == DATE_INFINITY)
        return days;
    if (days == -DATE_INFINITY)
        return INT32_MIN;
    return static_cast<int32_t>(days - EPOCH_DAYS);
}

inline int64_t sent_moment(int64_t micros) {
    if (micros == TIMESTAMP_INFINITY)
        return micros;
    if (micros == -TIMESTAMP_INFINITY)
        return INT64_MIN;
    return static_cast<int64_t>(static_cast<uint64_t>(micros) - static_cast<uint64_t>(EPOCH)); // may wrap
}

} // namespace pggate
