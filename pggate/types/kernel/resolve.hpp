// Which writer a column takes: its PostgreSQL type, its format and the layout that Arrow gives it.
#pragma once

#include <cstdlib>
#include <string_view>
#include <utility>

#include "cells.hpp"
#include "column.hpp"

namespace pggate {

bool resolve(const Specification &, const ArrowSchema &, const ArrowArray *, Column &);

namespace layouts {

inline bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

// The place of an integer layout's writer among those of every width.
inline int integer(std::string_view layout) {
    constexpr std::string_view LAYOUTS = "cCsSiIlL";
    return layout.size() == 1 && LAYOUTS.find(layout[0]) != LAYOUTS.npos ? static_cast<int>(LAYOUTS.find(layout[0])) : -1;
}

template <template <typename> class Of> Writer by_width(std::string_view layout) {
    constexpr Writer WRITERS[] = {Of<int8_t>::write,  Of<uint8_t>::write,  Of<int16_t>::write, Of<uint16_t>::write,
                                  Of<int32_t>::write, Of<uint32_t>::write, Of<int64_t>::write, Of<uint64_t>::write};
    const int place = integer(layout);
    return place < 0 ? nullptr : WRITERS[place];
}

template <typename From> struct IntegerText {
    static constexpr Writer write = cells::integer_text<From>;
};
template <typename From> struct DecimalSentOfInteger {
    static constexpr Writer write = cells::decimal_sent<From>;
};
template <typename To> struct Sent {
    template <typename From> struct As {
        static constexpr Writer write = cells::integer_sent<From, To>;
    };
};
template <typename Index> struct LookedUp {
    static constexpr Writer write = cells::looked_up<Index>;
};

inline bool boolean(const Specification &wanted, std::string_view layout, Column &column) {
    column.write = wanted.binary ? cells::boolean_sent : cells::boolean_text;
    return layout == "b";
}

template <typename To> bool integers(const Specification &wanted, std::string_view layout, Column &column) {
    column.write = wanted.binary ? by_width<Sent<To>::template As>(layout) : by_width<IntegerText>(layout);
    return column.write != nullptr;
}

template <typename Float> bool floats(const Specification &wanted, std::string_view layout, Column &column) {
    column.write = wanted.binary ? cells::float_sent<Float> : cells::float_text<Float>;
    return layout == (sizeof(Float) == 4 ? "f" : "g");
}

template <typename Unscaled> void decimal(const Specification &wanted, Column &column) {
    column.write = wanted.binary ? cells::decimal_sent<Unscaled> : cells::decimal_text<Unscaled>;
}

bool strings(std::string_view layout, Column &column);

// d:precision,scale[,bits]
inline bool numeric(const Specification &wanted, std::string_view layout, Column &column) {
    if (integer(layout) >= 0) {
        column.write = wanted.binary ? by_width<DecimalSentOfInteger>(layout) : by_width<IntegerText>(layout);
        return true;
    }
    if (!wanted.binary && (layout == "u" || layout == "U" || layout == "vu")) {
        column.write = cells::characters;
        return strings(layout, column);
    }
    if (!starts_with(layout, "d:"))
        return false;
    const auto scale = layout.find(','), bits = layout.find(',', scale + 1);
    column.scale = std::atoi(layout.data() + scale + 1);
    const int width = bits == layout.npos ? 128 : std::atoi(layout.data() + bits + 1);
    if (column.scale < 0 || column.scale > 38)
        return false;
    if (width == 128)
        decimal<int128>(wanted, column);
    else if (width == 64)
        decimal<int64_t>(wanted, column);
    else if (width == 32)
        decimal<int32_t>(wanted, column);
    return column.write != nullptr;
}

inline bool strings(std::string_view layout, Column &column) {
    static constexpr std::pair<std::string_view, Strings> LAYOUTS[] = {
        {"u", Strings::small}, {"z", Strings::small}, {"U", Strings::large},
        {"Z", Strings::large}, {"vu", Strings::view}, {"vz", Strings::view}};
    column.is_free_text = true;
    for (const auto &[name, strings] : LAYOUTS) {
        if (layout == name) {
            column.strings = {strings, column.array};
            return true;
        }
    }
    if (!starts_with(layout, "w:"))
        return false;
    column.strings = {Strings::fixed, column.array, std::atoi(layout.data() + 2)};
    return true;
}

inline bool is_text(std::string_view layout) { return layout == "u" || layout == "U" || layout == "vu"; }

inline bool text(const Specification &, std::string_view layout, Column &column) {
    column.write = cells::characters;
    return is_text(layout) && strings(layout, column);
}

inline bool character(const Specification &wanted, std::string_view layout, Column &column) {
    column.write = wanted.binary ? cells::character_sent : cells::characters;
    return is_text(layout) && strings(layout, column);
}

inline bool jsonb(const Specification &wanted, std::string_view layout, Column &column) {
    column.write = wanted.binary ? cells::jsonb_sent : cells::characters;
    return is_text(layout) && strings(layout, column);
}

inline bool bytea(const Specification &wanted, std::string_view layout, Column &column) {
    column.write = wanted.binary ? cells::characters : cells::bytea_text;
    return !is_text(layout) && strings(layout, column);
}

inline bool uuid(const Specification &wanted, std::string_view layout, Column &column) {
    const bool is_raw = layout == "w:16";
    if (is_raw)
        column.write = wanted.binary ? cells::characters : cells::uuid_text;
    else
        column.write = wanted.binary ? cells::uuid_sent : cells::characters;
    return (is_raw || is_text(layout)) && strings(layout, column);
}

inline bool date(const Specification &wanted, std::string_view layout, Column &column) {
    column.write = wanted.binary ? cells::date_sent : cells::date_text;
    return layout == "tdD";
}

inline bool set_unit(char unit, Column &column) {
    switch (unit) {
    case 's':
        column.multiply = 1'000'000;
        return true;
    case 'm':
        column.multiply = 1000;
        return true;
    case 'u':
        return true;
    case 'n':
        column.divide = 1000;
        return true;
    default:
        return false;
    }
}

inline bool time(const Specification &wanted, std::string_view layout, Column &column) {
    if (!starts_with(layout, "tt") || layout.size() != 3)
        return false;
    if (layout[2] == 's' || layout[2] == 'm')
        column.write = wanted.binary ? cells::time_sent<int32_t> : cells::time_text<int32_t>;
    else
        column.write = wanted.binary ? cells::time_sent<int64_t> : cells::time_text<int64_t>;
    return set_unit(layout[2], column);
}

inline bool timestamp(const Specification &wanted, std::string_view layout, Column &column) {
    column.write = wanted.binary ? cells::moment_sent : cells::moment_text;
    return starts_with(layout, "ts") && layout.size() > 2 && set_unit(layout[2], column);
}

inline bool timestamptz(const Specification &wanted, std::string_view layout, Column &column) {
    column.offsets = wanted.offsets;
    return (wanted.binary || wanted.offsets != nullptr) && timestamp(wanted, layout, column);
}

using Resolver = bool (*)(const Specification &, std::string_view layout, Column &);

constexpr std::pair<std::string_view, Resolver> TYPES[] = {
    {"bool", boolean},     {"int2", integers<int16_t>}, {"int4", integers<int32_t>}, {"int8", integers<int64_t>},
    {"oid", integers<uint32_t>}, {"float4", floats<float>}, {"float8", floats<double>}, {"numeric", numeric},
    {"text", text},        {"varchar", text},           {"bpchar", text},            {"name", text},
    {"char", character},   {"unknown", text},           {"void", text},              {"json", text},
    {"jsonb", jsonb},      {"bytea", bytea},            {"uuid", uuid},              {"date", date},
    {"time", time},        {"timestamp", timestamp},    {"timestamptz", timestamptz},
};

template <typename Offset> Writer list_writer(bool binary) {
    return binary ? cells::list_sent<Offset> : cells::list_text<Offset>;
}

// An array of one dimension; those of more are the reference encoder's.
inline bool list(const Specification &wanted, const ArrowSchema &schema, Column &column) {
    const std::string_view layout = schema.format;
    if (layout == "+l")
        column.write = list_writer<int32_t>(wanted.binary);
    else if (layout == "+L")
        column.write = list_writer<int64_t>(wanted.binary);
    else if (starts_with(layout, "+w:"))
        column.write = list_writer<void>(wanted.binary);
    else
        return false;
    column.list_size = starts_with(layout, "+w:") ? std::atoi(layout.data() + 3) : 0;
    column.element_oid = wanted.element_oid;
    column.is_free_text = true;
    column.child = std::make_unique<Column>();
    const Specification element{wanted.type.substr(1), wanted.binary, 0, nullptr};
    const ArrowArray *items = column.array->children[0];
    return schema.children[0]->format[0] != '+' && resolve(element, *schema.children[0], items, *column.child);
}

inline bool dictionary(const Specification &wanted, const ArrowSchema &schema, Column &column) {
    column.write = by_width<LookedUp>(schema.format);
    column.child = std::make_unique<Column>();
    const ArrowArray *items = column.array->dictionary;
    if (column.write == nullptr || wanted.offsets != nullptr || !resolve(wanted, *schema.dictionary, items, *column.child))
        return false;
    column.is_free_text = column.child->is_free_text;
    return true;
}

} // namespace layouts

// Finds the writer of a column; false if the reference encoder must write it.
inline bool resolve(const Specification &wanted, const ArrowSchema &schema, const ArrowArray *array, Column &column) {
    column.array = array;
    if (schema.dictionary != nullptr)
        return layouts::dictionary(wanted, schema, column);
    if (schema.format == std::string_view("n"))
        return true; // every value is NULL
    if (wanted.element_oid != 0)
        return layouts::list(wanted, schema, column);
    for (const auto &[type, find] : layouts::TYPES)
        if (type == wanted.type)
            return find(wanted, schema.format, column);
    return false;
}

} // namespace pggate
