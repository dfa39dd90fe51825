// Memory shared with Python: blocks of bytes made here, and buffers that were given.
#pragma once

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <cstdlib>

#include "output.hpp"

namespace {

using pggate::Output;

// ---- Block: the encoded bytes, through the buffer protocol ----

struct Block {
    PyObject_HEAD
    char *data;
    Py_ssize_t size;
};

void block_dealloc(PyObject *self) {
    PyTypeObject *type = Py_TYPE(self);
    std::free(reinterpret_cast<Block *>(self)->data);
    type->tp_free(self);
    Py_DECREF(type);
}

int block_buffer(PyObject *self, Py_buffer *view, int flags) {
    auto *block = reinterpret_cast<Block *>(self);
    static char nothing[1];
    return PyBuffer_FillInfo(view, self, block->data == nullptr ? nothing : block->data, block->size, 1, flags);
}

PyType_Slot block_slots[] = {
    {Py_tp_dealloc, reinterpret_cast<void *>(block_dealloc)},
    {Py_bf_getbuffer, reinterpret_cast<void *>(block_buffer)},
    {Py_tp_doc, const_cast<char *>("Encoded rows; read them through a memoryview.")},
    {0, nullptr},
};

PyType_Spec block_spec = {"pggate.types._kernel.Block", sizeof(Block), 0, Py_TPFLAGS_DEFAULT, block_slots};

PyTypeObject *block_type = nullptr;

PyObject *new_block(Output &out) {
    auto *block = PyObject_New(Block, block_type);
    if (block == nullptr)
        return nullptr;
    block->size = out.size();
    block->data = out.release();
    auto *view = PyMemoryView_FromObject(reinterpret_cast<PyObject *>(block));
    Py_DECREF(block);
    return view;
}

// ---- Buffer: what a caller gave to be read ----

struct Buffer {
    Py_buffer view{};
    Buffer() = default;
    Buffer(const Buffer &) = delete;
    Buffer &operator=(const Buffer &) = delete;
    ~Buffer() {
        if (view.obj != nullptr)
            PyBuffer_Release(&view);
    }
};

} // namespace
