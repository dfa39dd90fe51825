// pggate.types._kernel: rows of an Arrow record batch as DataRow messages or COPY data, in one pass over its
// buffers and without the GIL, and COPY data as Arrow's buffers (input_module.hpp).  pggate/types/rows.py says
// when, reference encoders what it has to write.
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <memory>
#include <string>
#include <vector>

#include "arrow.hpp"
#include "block.hpp"
#include "frames.hpp"
#include "input_module.hpp"
#include "resolve.hpp"

namespace {

using namespace pggate;

// ---- arguments ----

struct Arguments {
    std::vector<Specification> columns;
    std::vector<std::unique_ptr<Buffer>> buffers; // that the specifications look into
};

// (typname, format, element OID or 0, int32 offsets or None)
bool read_column(PyObject *item, int64_t rows, Arguments &arguments) {
    const char *type;
    Py_ssize_t length;
    int format;
    unsigned int element;
    PyObject *offsets;
    if (!PyArg_ParseTuple(item, "s#iIO", &type, &length, &format, &element, &offsets))
        return false;
    Specification column{{type, static_cast<size_t>(length)}, format == 1, element, nullptr};
    if (offsets != Py_None) {
        auto buffer = std::make_unique<Buffer>();
        if (PyObject_GetBuffer(offsets, &buffer->view, PyBUF_SIMPLE) < 0)
            return false;
        if (buffer->view.len < rows * static_cast<Py_ssize_t>(sizeof(int32_t))) {
            PyErr_SetString(PyExc_ValueError, "fewer offsets than rows");
            return false;
        }
        column.offsets = static_cast<const int32_t *>(buffer->view.buf);
        arguments.buffers.push_back(std::move(buffer));
    }
    arguments.columns.push_back(column);
    return true;
}

bool read_columns(PyObject *columns, int64_t rows, Arguments &arguments) {
    if (!PyTuple_Check(columns)) {
        PyErr_SetString(PyExc_TypeError, "columns must be a tuple");
        return false;
    }
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(columns); ++at)
        if (!read_column(PyTuple_GET_ITEM(columns, at), rows, arguments))
            return false;
    return true;
}

// None: DataRow; (): COPY binary; (delimiter, null): COPY text; with (quote, escape, forced columns): csv.
enum class Framing { data_row, copy_binary, copy_text };

bool read_framing(PyObject *given, size_t columns, Framing &framing, CopyText &copy) {
    if (given == Py_None) {
        framing = Framing::data_row;
        return true;
    }
    if (PyTuple_Check(given) && PyTuple_GET_SIZE(given) == 0) {
        framing = Framing::copy_binary;
        return true;
    }
    framing = Framing::copy_text;
    const char *null, *forced = nullptr;
    Py_ssize_t null_length, forced_length = 0;
    if (!PyArg_ParseTuple(given, "cy#|ccy#", &copy.delimiter, &null, &null_length, &copy.csv.quote, &copy.csv.escape,
                          &forced, &forced_length))
        return false;
    copy.null.assign(null, static_cast<size_t>(null_length));
    copy.is_csv = PyTuple_GET_SIZE(given) > 2;
    if (copy.is_csv && static_cast<size_t>(forced_length) != columns) {
        PyErr_SetString(PyExc_ValueError, "one byte of forced per column is needed");
        return false;
    }
    copy.csv.forced.assign(forced, forced + forced_length);
    return true;
}

const ArrowSchema *schema_of(PyObject *capsule) {
    return static_cast<const ArrowSchema *>(PyCapsule_GetPointer(capsule, "arrow_schema"));
}

void write_rows(const Columns &columns, int64_t rows, Framing framing, const CopyText &copy, Output &out) {
    switch (framing) {
    case Framing::data_row:
        for (int64_t row = 0; row < rows; ++row)
            tuple_row<DATA_ROW>(columns, row, out);
        return;
    case Framing::copy_binary:
        for (int64_t row = 0; row < rows; ++row)
            tuple_row<COPY_DATA>(columns, row, out);
        return;
    case Framing::copy_text:
        const bool scans_all = may_be_anywhere(copy);
        for (int64_t row = 0; row < rows; ++row)
            copy_text_row(columns, row, copy, scans_all, out);
    }
}

// ---- functions ----

constexpr int64_t WRITTEN = -1, OUT_OF_MEMORY = -2, TOO_LONG = -3;

PyObject *encode(PyObject *, PyObject *arguments) {
    PyObject *schema_capsule, *array_capsule, *given_columns, *given_framing;
    if (!PyArg_ParseTuple(arguments, "OOOO", &schema_capsule, &array_capsule, &given_columns, &given_framing))
        return nullptr;
    const ArrowSchema *schema = schema_of(schema_capsule);
    const auto *batch = static_cast<const ArrowArray *>(PyCapsule_GetPointer(array_capsule, "arrow_array"));
    if (schema == nullptr || batch == nullptr)
        return nullptr;
    Arguments read;
    Framing framing;
    CopyText copy;
    if (!read_columns(given_columns, batch->length, read) || !read_framing(given_framing, read.columns.size(), framing, copy))
        return nullptr;
    if (static_cast<int64_t>(read.columns.size()) > batch->n_children || batch->offset != 0) {
        PyErr_SetString(PyExc_ValueError, "the batch does not have these columns");
        return nullptr;
    }
    Columns columns(read.columns.size());
    for (size_t at = 0; at < columns.size(); ++at)
        if (!resolve(read.columns[at], *schema->children[at], batch->children[at], columns[at]))
            return PyLong_FromSize_t(at);
    Output out;
    int64_t failed = WRITTEN;
    Py_BEGIN_ALLOW_THREADS;
    try {
        write_rows(columns, batch->length, framing, copy, out);
    } catch (const NotWritten &cell) {
        failed = cell.column;
    } catch (const cells::TooLong &) {
        failed = TOO_LONG;
    } catch (const std::bad_alloc &) {
        failed = OUT_OF_MEMORY;
    }
    Py_END_ALLOW_THREADS;
    if (failed == OUT_OF_MEMORY)
        return PyErr_NoMemory();
    if (failed == TOO_LONG) {
        PyErr_SetString(PyExc_OverflowError, "a row is longer than 2 GiB");
        return nullptr;
    }
    return failed == WRITTEN ? new_block(out) : PyLong_FromLongLong(failed);
}

PyMethodDef methods[] = {
    {"encode", encode, METH_VARARGS,
     "encode(schema, array, columns, framing) -> memoryview of the rows, or the int of a column that must be\n"
     "written by the reference encoder.\n\n"
     "schema, array: the capsules of a RecordBatch.__arrow_c_array__().\n"
     "columns: a tuple of (typname, format, element OID or 0, int32 buffer of zone offsets or None).\n"
     "framing: None for DataRow, () for COPY binary, (delimiter, null) for COPY text,\n"
     "(delimiter, null, quote, escape, one byte per column: forced) for COPY csv."},
    {"read_copy", read_copy, METH_VARARGS,
     "read_copy(data, at, most, line, framing, columns) -> (is_unfinished, at, line, rows, columns, beyond):\n"
     "COPY data as Arrow's buffers, up to a row that the reference must read.\n\n"
     "data, at: a buffer, and where a row begins in it.\n"
     "most: how many rows to read.  line: the number of the row before.\n"
     "framing: () for binary, (eol, delimiter, null) for text, with (quote, escape, per column a byte: 1\n"
     "force_not_null, 2 force_null) for csv.\n"
     "columns: a tuple of (reader, int, int); no reader: all fields are beyond.\n"
     "Answers, per column, (NULLs, validity or None, buffers...) or None, where the third buffer of a timestamptz\n"
     "has the rows with times of the session's zone, and beyond: (row, column, line, bytes)\n"
     "of every field that the reference must decode, in the order of the data."},
    {nullptr, nullptr, 0, nullptr},
};

PyModuleDef module_definition = {PyModuleDef_HEAD_INIT, "pggate.types._kernel", nullptr, -1, methods,
                                 nullptr,               nullptr,                nullptr, nullptr};

} // namespace

PyMODINIT_FUNC PyInit__kernel() {
    block_type = reinterpret_cast<PyTypeObject *>(PyType_FromSpec(&block_spec));
    return block_type == nullptr ? nullptr : PyModule_Create(&module_definition);
}
