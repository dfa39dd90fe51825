// read_copy: COPY's input for Python (its arguments and results: module.cpp).
#pragma once

#include "block.hpp"

#include "binary_rows.hpp"
#include "csv_rows.hpp"
#include "json_rows.hpp"
#include "text_rows.hpp"

namespace {

using namespace pggate;

struct NamedReader {
    std::string_view name;
    int layout;
    FieldReader text, binary;
};

namespace t = text_input;
namespace b = binary_input;

constexpr NamedReader READERS[] = {
    {"bool", BITS, t::boolean, b::boolean},
    {"i1", 1, t::integer<int8_t>, b::integer<int16_t, int8_t>},
    {"u1", 1, t::integer<uint8_t>, b::integer<int16_t, uint8_t>},
    {"i2", 2, t::integer<int16_t>, b::integer<int16_t, int16_t>},
    {"u2", 2, t::integer<uint16_t>, b::integer<int32_t, uint16_t>},
    {"i4", 4, t::integer<int32_t>, b::integer<int32_t, int32_t>},
    {"u4", 4, t::integer<uint32_t>, b::integer<int64_t, uint32_t>},
    {"i8", 8, t::integer<int64_t>, b::integer<int64_t, int64_t>},
    {"f4", 4, t::floating<float>, b::integer<int32_t, int32_t>}, // its bits
    {"f8", 8, t::floating<double>, b::integer<int64_t, int64_t>},
    {"decimal", 16, t::decimal, b::decimal},
    {"text", STRINGS, t::characters, b::characters},
    {"bytea", STRINGS, t::bytes, b::bytes},
    {"uuid", 16, t::uuid, b::uuid},
    {"date", 4, t::date, b::date},
    {"time", 8, t::time, b::time},
    {"timestamp", 8, t::timestamp, b::timestamp},
    {"timestamptz", 8, t::timestamptz, b::timestamp},
};

// (reader, int, int)
bool read_input_column(PyObject *item, bool is_binary, Rows &rows) {
    const char *name;
    Py_ssize_t length;
    auto column = std::make_unique<InputColumn>();
    if (!PyArg_ParseTuple(item, "s#ii", &name, &length, &column->first, &column->second))
        return false;
    for (const auto &reader : READERS) {
        if (reader.name == std::string_view(name, static_cast<size_t>(length))) {
            column->read = is_binary ? reader.binary : reader.text;
            column->layout = reader.layout;
        }
    }
    const bool is_decimal = column->layout == 16 && column->read != t::uuid && column->read != b::uuid;
    if ((column->read == nullptr && length > 0) ||
        (is_decimal && !(0 <= column->second && column->second <= column->first && column->first <= t::MOST_DIGITS))) {
        PyErr_SetString(PyExc_ValueError, "there is no such reader");
        return false;
    }
    if (column->layout == STRINGS)
        column->put_offset();
    rows.columns.push_back(std::move(column));
    return true;
}

enum class Format { binary, text, csv, json };

// (names, a byte of flags for each, the places of those asked for)
bool read_json_framing(PyObject *given, InputFraming &framing) {
    PyObject *names, *asked;
    Buffer flags;
    if (!PyArg_ParseTuple(given, "O!y*O!", &PyTuple_Type, &names, &flags.view, &PyTuple_Type, &asked))
        return false;
    if (flags.view.len != PyTuple_GET_SIZE(names)) {
        PyErr_SetString(PyExc_ValueError, "a byte of flags is wanted for each name");
        return false;
    }
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(names); ++at) {
        Py_ssize_t length;
        const char *name = PyUnicode_AsUTF8AndSize(PyTuple_GET_ITEM(names, at), &length);
        if (name == nullptr)
            return false;
        framing.names.emplace_back(name, static_cast<size_t>(length));
        framing.documents.push_back(static_cast<const char *>(flags.view.buf)[at]);
    }
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(asked); ++at) {
        const size_t place = PyLong_AsSize_t(PyTuple_GET_ITEM(asked, at));
        if (PyErr_Occurred())
            return false;
        if (place >= framing.names.size()) {
            PyErr_SetString(PyExc_ValueError, "there is no such column");
            return false;
        }
        framing.asked.push_back(place);
    }
    return true;
}

// The framing, but for csv's flags, which are the columns'.
bool read_input_framing(PyObject *given, Format &format, InputFraming &framing, Buffer &flags) {
    if (!PyTuple_Check(given)) {
        PyErr_SetString(PyExc_TypeError, "framing must be a tuple");
        return false;
    }
    if (PyTuple_GET_SIZE(given) == 0) {
        format = Format::binary;
        return true;
    }
    if (PyTuple_Check(PyTuple_GET_ITEM(given, 0))) {
        format = Format::json;
        return read_json_framing(given, framing);
    }
    const char *eol, *null;
    Py_ssize_t eol_length, null_length;
    format = PyTuple_GET_SIZE(given) > 3 ? Format::csv : Format::text;
    if (!PyArg_ParseTuple(given, "y#cy#|ccy*", &eol, &eol_length, &framing.delimiter, &null, &null_length,
                          &framing.quote, &framing.escape, &flags.view))
        return false;
    framing.eol.assign(eol, static_cast<size_t>(eol_length));
    framing.null.assign(null, static_cast<size_t>(null_length));
    if (framing.eol != "\n" && framing.eol != "\r" && framing.eol != "\r\n") {
        PyErr_SetString(PyExc_ValueError, "no line ends so");
        return false;
    }
    return true;
}

bool read_input_columns(PyObject *given, Format format, const InputFraming &framing, const Buffer &flags, Rows &rows) {
    if (!PyTuple_Check(given) || (format == Format::csv && flags.view.len != PyTuple_GET_SIZE(given))) {
        PyErr_SetString(PyExc_ValueError, "columns must be a tuple, in csv with a byte of flags for each");
        return false;
    }
    if (format == Format::json &&
        static_cast<size_t>(PyTuple_GET_SIZE(given)) != framing.names.size() + framing.asked.size()) {
        PyErr_SetString(PyExc_ValueError, "in JSON columns are named or asked for");
        return false;
    }
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(given); ++at) {
        if (!read_input_column(PyTuple_GET_ITEM(given, at), format == Format::binary, rows))
            return false;
        if (format == Format::csv) {
            const char flag = static_cast<const char *>(flags.view.buf)[at];
            rows.columns.back()->is_never_null = flag & 1;
            rows.columns.back()->is_null_in_quotes = flag & 2;
        }
    }
    return true;
}

Verdict read_format(Format format, const InputFraming &framing, const char *&at, const char *end, int64_t most, Rows &rows) {
    switch (format) {
    case Format::binary:
        return read_rows<BinaryRows>(framing, at, end, most, rows);
    case Format::text:
        return read_rows<TextRows>(framing, at, end, most, rows);
    case Format::json:
        return read_rows<JsonRows>(framing, at, end, most, rows);
    case Format::csv:
        break;
    }
    return read_rows<CsvRows>(framing, at, end, most, rows);
}

// (NULLs, validity or None, values), of strings (NULLs, validity or None, offsets, characters), of a timestamptz
// with times of the session's zone (NULLs, validity or None, values, their rows)
PyObject *buffers_of(InputColumn &column) {
    if (column.read == nullptr)
        Py_RETURN_NONE;
    const int64_t nulls = column.validity.zeros();
    PyObject *validity = nulls ? new_block(column.validity.finished()) : Py_NewRef(Py_None);
    if (validity == nullptr)
        return nullptr;
    if (column.layout == STRINGS)
        return Py_BuildValue("LNNN", static_cast<long long>(nulls), validity, new_block(column.offsets), new_block(column.values));
    if (column.locals.size())
        return Py_BuildValue("LNNN", static_cast<long long>(nulls), validity, new_block(column.values), new_block(column.locals));
    return Py_BuildValue("LNN", static_cast<long long>(nulls), validity,
                         new_block(column.layout == BITS ? column.bits.finished() : column.values));
}

template <typename Items, typename Make> PyObject *listed(const Items &items, Make make) {
    PyObject *list = PyList_New(static_cast<Py_ssize_t>(items.size()));
    for (size_t at = 0; list != nullptr && at < items.size(); ++at) {
        PyObject *made = make(items[at]);
        if (made == nullptr) {
            Py_DECREF(list);
            return nullptr;
        }
        PyList_SET_ITEM(list, static_cast<Py_ssize_t>(at), made);
    }
    return list;
}

PyObject *read_copy(PyObject *, PyObject *arguments) {
    Buffer data, flags;
    long long at, most;
    Rows rows;
    long long line;
    PyObject *given_framing, *given_columns;
    if (!PyArg_ParseTuple(arguments, "y*LLLOO", &data.view, &at, &most, &line, &given_framing, &given_columns))
        return nullptr;
    Format format;
    InputFraming framing;
    if (!read_input_framing(given_framing, format, framing, flags) ||
        !read_input_columns(given_columns, format, framing, flags, rows))
        return nullptr;
    if (at < 0 || at > data.view.len) {
        PyErr_SetString(PyExc_ValueError, "no row begins there");
        return nullptr;
    }
    rows.line = line;
    const char *const begin = static_cast<const char *>(data.view.buf), *next = begin + at;
    Verdict verdict = Verdict::read;
    bool has_memory = true;
    Py_BEGIN_ALLOW_THREADS;
    try {
        verdict = read_format(format, framing, next, begin + data.view.len, most, rows);
    } catch (const std::bad_alloc &) {
        has_memory = false;
    }
    Py_END_ALLOW_THREADS;
    if (!has_memory)
        return PyErr_NoMemory();
    PyObject *columns = listed(rows.columns, [](const auto &column) { return buffers_of(*column); });
    rows.unread.put('\0'); // so that there are bytes even where all fields are empty
    PyObject *beyond = listed(rows.beyond, [&](const Unread &one) {
        return Py_BuildValue("LnLy#", static_cast<long long>(one.row), static_cast<Py_ssize_t>(one.column),
                             static_cast<long long>(one.line), rows.unread.data() + one.begin,
                             static_cast<Py_ssize_t>(one.end - one.begin));
    });
    // A nullptr among them is an error that is set already.
    return Py_BuildValue("NLLLNN", PyBool_FromLong(verdict == Verdict::unfinished), static_cast<long long>(next - begin),
                         static_cast<long long>(rows.line), static_cast<long long>(rows.count), columns, beyond);
}

} // namespace
