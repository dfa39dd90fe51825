// Whether bytes are text: UTF-8 as PostgreSQL and Python take it.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "arrow.hpp"

namespace pggate {

inline bool is_ascii(std::string_view text) {
    constexpr uint64_t HIGH = 0x8080808080808080U;
    const char *at = text.data(), *const end = at + text.size();
    uint64_t seen = 0;
    for (; end - at >= 8; at += 8)
        seen |= load<uint64_t>(at);
    for (; at < end; ++at)
        seen |= static_cast<uint64_t>(static_cast<uint8_t>(*at));
    return (seen & HIGH) == 0;
}

// The length of the character at the beginning, 0 if there is none: no overlong forms, no surrogates.
inline int character_length(const uint8_t *at, int64_t left) {
    const auto follows = [&](int place, uint8_t low = 0x80, uint8_t high = 0xBF) {
        return place < left && at[place] >= low && at[place] <= high;
    };
    const uint8_t lead = at[0];
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return follows(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const uint8_t low = lead == 0xE0 ? 0xA0 : 0x80, high = lead == 0xED ? 0x9F : 0xBF;
        return follows(1, low, high) && follows(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const uint8_t low = lead == 0xF0 ? 0x90 : 0x80, high = lead == 0xF4 ? 0x8F : 0xBF;
        return follows(1, low, high) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

inline bool is_utf8(std::string_view text) {
    if (is_ascii(text))
        return true;
    const auto *at = reinterpret_cast<const uint8_t *>(text.data()), *const end = at + text.size();
    while (at < end) {
        const int length = character_length(at, end - at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

inline bool has_nul(std::string_view text) {
    return !text.empty() && std::memchr(text.data(), '\0', text.size()) != nullptr;
}

} // namespace pggate
