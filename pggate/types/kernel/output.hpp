// A block of bytes that grows.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string_view>

namespace pggate {

class Output {
  public:
    Output() = default;
    Output(const Output &) = delete;
    Output &operator=(const Output &) = delete;
    ~Output() { std::free(base_); }

    int64_t size() const { return at_ - base_; }
    char *data() { return base_; }

    // Room for `more` bytes at the returned place; `took` says how many of them were used.
    char *room(int64_t more) {
        if (end_ - at_ < more)
            grow(more);
        return at_;
    }
    void took(char *end) { at_ = end; }

    void put(char one) {
        *room(1) = one;
        ++at_;
    }
    void put(std::string_view bytes) {
        if (bytes.empty())
            return;
        std::memcpy(room(static_cast<int64_t>(bytes.size())), bytes.data(), bytes.size());
        at_ += bytes.size();
    }
    template <typename T> void put_big_endian(T value) {
        store(room(sizeof(T)), value);
        at_ += sizeof(T);
    }
    template <typename T> void set_big_endian(int64_t where, T value) { store(base_ + where, value); }

    // The bytes now belong to the caller, who frees them.
    char *release() {
        char *data = base_;
        base_ = at_ = end_ = nullptr;
        return data;
    }

    template <typename T> static void store(char *to, T value) {
        for (int byte = sizeof(T) - 1; byte >= 0; --byte) {
            to[byte] = static_cast<char>(value & 0xff);
            if constexpr (sizeof(T) > 1)
                value = static_cast<T>(value >> 8);
        }
    }

  private:
    void grow(int64_t more) {
        const int64_t used = size();
        int64_t capacity = (end_ - base_) * 2;
        if (capacity < used + more)
            capacity = used + more;
        if (capacity < 4096)
            capacity = 4096;
        void *data = std::realloc(base_, static_cast<size_t>(capacity));
        if (data == nullptr)
            throw std::bad_alloc();
        base_ = static_cast<char *>(data);
        at_ = base_ + used;
        end_ = base_ + capacity;
    }

    char *base_ = nullptr, *at_ = nullptr, *end_ = nullptr;
};

} // namespace pggate
