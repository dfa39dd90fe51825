// The fields of COPY's binary format, read as PostgreSQL's receive functions read them; whatever is not as it
// should be, or has no place in the column, is left to the reference decoder.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

#include "calendar.hpp"
#include "input_column.hpp"
#include "text_input.hpp"
#include "utf8.hpp"

namespace pggate::binary_input {

template <typename T> T big_endian(const char *from) {
    using Bits = std::make_unsigned_t<T>;
    Bits value = 0;
    for (size_t byte = 0; byte < sizeof(T); ++byte)
        value = static_cast<Bits>(static_cast<uint64_t>(value) << 8 | static_cast<uint8_t>(from[byte]));
    return static_cast<T>(value);
}

inline bool boolean(InputColumn &column, std::string_view field) {
    if (field.size() != 1)
        return false;
    column.bits.push(field[0] != '\0');
    return true;
}

template <typename Sent, typename T> bool integer(InputColumn &column, std::string_view field) {
    if (field.size() != sizeof(Sent))
        return false;
    const int64_t value = big_endian<Sent>(field.data());
    if (value < static_cast<int64_t>(std::numeric_limits<T>::min()) ||
        value > static_cast<int64_t>(std::numeric_limits<T>::max()))
        return false;
    column.put(static_cast<T>(value));
    return true;
}

// numeric_recv: int16 digits, weight, sign, scale; base-10000 digits.
inline bool decimal(InputColumn &column, std::string_view field) {
    using text_input::TEN;
    if (field.size() < 8)
        return false;
    const auto word = [&](int at) { return static_cast<int>(big_endian<int16_t>(field.data() + 2 * at)); };
    const int count = word(0), weight = word(1), sign = word(2), shown = word(3);
    if (count < 0 || field.size() != 8 + 2 * static_cast<size_t>(count) || (sign != 0 && sign != 0x4000) || shown < 0 ||
        shown > 16'383)
        return false;
    const int scale = column.second, kept = shown < scale ? shown : scale;
    uint128 value = 0;
    for (int group = 0; group < count; ++group) {
        int digits = word(4 + group);
        const int power = 4 * (weight - group); // of ten, that the group's last digit counts
        // Digits that would be cut off or rounded, or too many of them.
        if (digits < 0 || digits > 9999 || power + scale > text_input::MOST_DIGITS - 1)
            return false;
        if (power + kept < 0) {
            const int lost = -(power + kept);
            if (lost >= 4 ? digits != 0 : digits % static_cast<int>(TEN.of[lost]) != 0)
                return false;
        }
        if (digits == 0)
            continue;
        const int places = power + scale;
        if (places + (digits > 999 ? 4 : digits > 99 ? 3 : digits > 9 ? 2 : 1) > text_input::MOST_DIGITS)
            return false;
        value += places >= 0 ? static_cast<uint128>(digits) * TEN.of[places] : static_cast<uint128>(digits) / TEN.of[-places];
    }
    return text_input::put_decimal(column, value, sign != 0);
}

inline bool characters(InputColumn &column, std::string_view field) {
    return !has_nul(field) && is_utf8(field) && text_input::characters(column, field);
}

inline bool bytes(InputColumn &column, std::string_view field) {
    column.put_bytes(field);
    return true;
}

inline bool uuid(InputColumn &column, std::string_view field) {
    if (field.size() != 16)
        return false;
    column.put_bytes(field);
    return true;
}

// PostgreSQL 15, datatype/timestamp.h: from Julian day 0 to the last year.
constexpr int32_t FIRST_DATE = -2'451'545, LAST_DATE = 2'145'031'948;
constexpr int64_t FIRST_MOMENT = -211'813'488'000'000'000, LAST_MOMENT = 9'223'371'331'199'999'999;

inline bool date(InputColumn &column, std::string_view field) {
    if (field.size() != sizeof(int32_t))
        return false;
    const auto days = big_endian<int32_t>(field.data());
    if (days < FIRST_DATE || days > LAST_DATE)
        return false;
    column.put(static_cast<int32_t>(days + EPOCH_DAYS));
    return true;
}

inline bool time(InputColumn &column, std::string_view field) {
    if (field.size() != sizeof(int64_t))
        return false;
    const auto micros = big_endian<int64_t>(field.data());
    if (micros < 0 || micros > DAY)
        return false;
    column.put(micros);
    return true;
}

inline bool timestamp(InputColumn &column, std::string_view field) {
    if (field.size() != sizeof(int64_t))
        return false;
    const auto micros = big_endian<int64_t>(field.data());
    if (micros < FIRST_MOMENT || micros > LAST_MOMENT - EPOCH)
        return false;
    column.put(micros + EPOCH);
    return true;
}

} // namespace pggate::binary_input
