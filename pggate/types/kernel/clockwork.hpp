// Dates and times in the form of ISO 8601 that PostgreSQL prints, years of four digits, as days and
// microseconds since 1970-01-01.
#pragma once

#include <cstdint>
#include <string_view>

#include "calendar.hpp"

namespace pggate {

inline bool is_digit(char one) { return static_cast<uint8_t>(one - '0') <= 9; }

// Takes the parts of a field from its beginning.
struct Clockwork {
    const char *at, *end;

    explicit Clockwork(std::string_view field) : at(field.data()), end(at + field.size()) {}
    bool has(char one) {
        if (at == end || *at != one)
            return false;
        ++at;
        return true;
    }
    bool two(int &value) {
        if (end - at < 2 || !is_digit(at[0]) || !is_digit(at[1]))
            return false;
        value = (at[0] - '0') * 10 + at[1] - '0';
        at += 2;
        return true;
    }

    bool date(int64_t &days) {
        static constexpr int LENGTHS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        int century, year, month, day;
        if (!two(century) || !two(year) || !has('-') || !two(month) || !has('-') || !two(day))
            return false;
        year += century * 100;
        const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        if (year == 0 || month < 1 || month > 12 || day < 1 || day > LENGTHS[month - 1] + (month == 2 && is_leap))
            return false;
        days = day_number(year, month, day);
        return true;
    }

    // Before 24:00:00; no leap second.
    bool time(int64_t &micros) {
        int hour, minute, second;
        if (!two(hour) || !has(':') || !two(minute) || !has(':') || !two(second) || hour > 23 || minute > 59 || second > 59)
            return false;
        micros = ((hour * 60 + minute) * 60 + second) * SECOND;
        return !has('.') || fraction(micros);
    }

    // Seconds east of Greenwich.
    bool offset(int64_t &east) {
        const bool is_west = at < end && *at == '-';
        int hour, minute = 0;
        if (!(is_west ? has('-') : has('+')) || !two(hour) || (has(':') && !two(minute)) || hour > 15 || minute > 59)
            return false;
        east = (hour * 60 + minute) * 60 * (is_west ? -1 : 1);
        return true;
    }

  private:
    bool fraction(int64_t &micros) {
        int64_t unit = SECOND;
        const char *const first = at;
        for (; at < end && is_digit(*at) && unit > 1; ++at)
            micros += (unit /= 10) * (*at - '0');
        return at > first;
    }

    // Hinnant, "chrono-compatible low-level date algorithms"; years from 1 on.
    static int64_t day_number(int64_t year, int month, int day) {
        year -= month <= 2;
        const int64_t era = year / 400, of_era = year - era * 400;
        const int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * 146'097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719'468;
    }
};

} // namespace pggate
