// Rows of newline-delimited JSON: an object a line, its members found by the columns' names (RFC 8259).
//
// What is refused here is for pggate/types/copy_json_rows.py, which says what is wrong or reads it at leisure.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "copy_rows.hpp"
#include "text_input.hpp"

namespace pggate {

class JsonRows {
  public:
    JsonRows(const InputFraming &how, size_t columns) : how_(how), values_(columns), seen_(columns) {
        for (size_t place = 0; place < how.names.size(); ++place)
            places_.emplace(how.names[place], place);
    }

    // `at` is behind the row, or a line without one, then.
    Verdict row(const char *&at, const char *end, Rows &rows) {
        const auto *const eol = static_cast<const char *>(std::memchr(at, '\n', static_cast<size_t>(end - at)));
        if (eol == nullptr)
            return Verdict::unfinished;
        const std::string_view line{at, static_cast<size_t>(eol - at)};
        at_ = at;
        end_ = eol;
        skip_blanks();
        const bool is_blank = at_ == end_;
        if (!is_blank && !(is_utf8(line) && read_object(line.size()) && (skip_blanks(), at_ == end_)))
            return Verdict::refused;
        ++rows.line;
        if (!is_blank) {
            for (size_t place = 0; place < how_.asked.size(); ++place)
                values_[how_.names.size() + place] = seen_[how_.asked[place]] ? "t" : "f";
            take_row(rows, values_);
        }
        at = eol + 1;
        return Verdict::read;
    }

  private:
    static constexpr int DEEPEST = 900; // the reference goes hardly deeper

    bool read_object(size_t size) {
        values_.assign(values_.size(), NOTHING);
        seen_.assign(seen_.size(), false);
        if (scratch_.size() < size)
            scratch_.resize(size);
        free_ = scratch_.data();
        if (!take('{'))
            return false;
        skip_blanks();
        if (take('}'))
            return true;
        for (size_t member = 0;; ++member) {
            if (!read_member(member))
                return false;
            skip_blanks();
            if (take('}'))
                return true;
            if (!take(','))
                return false;
            skip_blanks();
        }
    }

    bool read_member(size_t member) {
        const char *const begin = at_ + 1;
        bool is_plain = true;
        if (!skip_string(is_plain))
            return false;
        std::string_view name{begin, static_cast<size_t>(at_ - 1 - begin)};
        if (!is_plain)
            name = unescaped(name);
        size_t place;
        if (!find(name, member, place) || seen_[place])
            return false;
        seen_[place] = true;
        skip_blanks();
        if (!take(':'))
            return false;
        skip_blanks();
        return how_.documents[place] ? read_document(values_[place]) : read_value(values_[place]);
    }

    // Lines name their members in one order, mostly.
    bool find(std::string_view name, size_t member, size_t &place) {
        if (member < order_.size() && how_.names[order_[member]] == name) {
            place = order_[member];
            return true;
        }
        const auto found = places_.find(name);
        if (found == places_.end())
            return false;
        place = found->second;
        if (order_.size() <= member)
            order_.resize(member + 1);
        order_[member] = place;
        return true;
    }

    bool read_document(std::string_view &value) {
        const char *const begin = at_;
        if (!skip_value(0))
            return false;
        value = {begin, static_cast<size_t>(at_ - begin)};
        if (value == "null")
            value = NOTHING;
        return true;
    }

    // A string's characters; of any other value its text.
    bool read_value(std::string_view &value) {
        const char *const begin = at_;
        if (at_ == end_ || *at_ != '"')
            return read_document(value);
        bool is_plain = true;
        if (!skip_string(is_plain))
            return false;
        value = {begin + 1, static_cast<size_t>(at_ - begin - 2)};
        if (!is_plain)
            value = unescaped(value);
        return true;
    }

    void skip_blanks() {
        while (at_ < end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\r'))
            ++at_;
    }
    bool take(char one) {
        if (at_ == end_ || *at_ != one)
            return false;
        ++at_;
        return true;
    }

    bool skip_value(int depth) {
        if (at_ == end_)
            return false;
        bool is_plain;
        switch (*at_) {
        case '"':
            return skip_string(is_plain);
        case '{':
            return skip_parts(depth, '}', true);
        case '[':
            return skip_parts(depth, ']', false);
        case 't':
            return skip_word("true");
        case 'f':
            return skip_word("false");
        case 'n':
            return skip_word("null");
        default:
            return skip_number();
        }
    }

    bool skip_parts(int depth, char closing, bool has_names) {
        if (depth == DEEPEST)
            return false;
        ++at_;
        skip_blanks();
        if (take(closing))
            return true;
        for (;;) {
            if (has_names) {
                bool is_plain;
                if (!skip_string(is_plain))
                    return false;
                skip_blanks();
                if (!take(':'))
                    return false;
                skip_blanks();
            }
            if (!skip_value(depth + 1))
                return false;
            skip_blanks();
            if (take(closing))
                return true;
            if (!take(','))
                return false;
            skip_blanks();
        }
    }

    bool skip_word(std::string_view word) {
        if (static_cast<size_t>(end_ - at_) < word.size() || std::memcmp(at_, word.data(), word.size()) != 0)
            return false;
        at_ += word.size();
        return true;
    }

    bool skip_digits() {
        const char *const begin = at_;
        while (at_ < end_ && *at_ >= '0' && *at_ <= '9')
            ++at_;
        return at_ > begin;
    }
    bool skip_number() {
        take('-');
        if (!take('0') && !skip_digits())
            return false;
        if (take('.') && !skip_digits())
            return false;
        if (take('e') || take('E')) {
            if (!take('+'))
                take('-');
            return skip_digits();
        }
        return true;
    }

    // is_plain: no character of it is escaped.
    bool skip_string(bool &is_plain) {
        is_plain = true;
        if (!take('"'))
            return false;
        for (; at_ < end_; ++at_) {
            if (*at_ == '"') {
                ++at_;
                return true;
            }
            if (static_cast<uint8_t>(*at_) < 0x20)
                return false;
            if (*at_ == '\\') {
                is_plain = false;
                if (!skip_escape())
                    return false;
            }
        }
        return false;
    }

    // From the backslash to the last character; no NUL, and no half of a surrogate pair.
    bool skip_escape() {
        if (++at_ == end_)
            return false;
        if (*at_ != 'u')
            return ESCAPES.find(*at_) != ESCAPES.npos;
        const int code = code_at(at_ + 1);
        if (code <= 0 || is_low(code))
            return false;
        at_ += 4;
        if (!is_high(code))
            return true;
        if (end_ - at_ < 7 || at_[1] != '\\' || at_[2] != 'u' || !is_low(code_at(at_ + 3)))
            return false;
        at_ += 6;
        return true;
    }

    static bool is_high(int code) { return code >= 0xD800 && code <= 0xDBFF; }
    static bool is_low(int code) { return code >= 0xDC00 && code <= 0xDFFF; }

    int code_at(const char *at) const {
        if (end_ - at < 4)
            return -1;
        int code = 0;
        for (int place = 0; place < 4; ++place) {
            const int digit = text_input::hexadecimal(at[place]);
            if (digit < 0)
                return -1;
            code = code * 16 + digit;
        }
        return code;
    }

    // Escapes that were found right: none is shorter than what it stands for.
    std::string_view unescaped(std::string_view written) {
        char *const begin = free_;
        for (const char *at = written.data(), *const end = at + written.size(); at < end;) {
            if (*at != '\\') {
                *free_++ = *at++;
                continue;
            }
            const char one = at[1];
            at += 2;
            if (one != 'u') {
                *free_++ = MEANT[ESCAPES.find(one)];
                continue;
            }
            uint32_t code = static_cast<uint32_t>(code_at(at));
            at += 4;
            if (is_high(static_cast<int>(code))) {
                code = 0x10000 + ((code - 0xD800) << 10) + (static_cast<uint32_t>(code_at(at + 2)) - 0xDC00);
                at += 6;
            }
            put_character(code);
        }
        return {begin, static_cast<size_t>(free_ - begin)};
    }

    void put_character(uint32_t code) {
        const auto put = [&](uint32_t byte) { *free_++ = static_cast<char>(byte); };
        if (code < 0x80) {
            put(code);
        } else if (code < 0x800) {
            put(0xC0 | code >> 6);
            put(0x80 | (code & 0x3F));
        } else if (code < 0x10000) {
            put(0xE0 | code >> 12);
            put(0x80 | (code >> 6 & 0x3F));
            put(0x80 | (code & 0x3F));
        } else {
            put(0xF0 | code >> 18);
            put(0x80 | (code >> 12 & 0x3F));
            put(0x80 | (code >> 6 & 0x3F));
            put(0x80 | (code & 0x3F));
        }
    }

    static constexpr std::string_view ESCAPES = "\"\\/bfnrt", MEANT = "\"\\/\b\f\n\r\t";

    const InputFraming &how_;
    std::unordered_map<std::string_view, size_t> places_; // of the columns, by their names
    std::vector<size_t> order_;                           // the column of the n-th member, the last time
    Fields values_;
    std::vector<bool> seen_;
    std::string scratch_; // values that are not as they are written
    char *free_ = nullptr; // in scratch_
    const char *at_ = nullptr, *end_ = nullptr;
};

} // namespace pggate
