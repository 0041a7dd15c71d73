#pragma once
// HDF5 in the few words that a recording needs: a file of named, growing tables of numbers.
// Home of HDF5; its types stay in hdf5_file.cpp. One thread at a time (the library has one state).

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace twinaxis::hdf5 {

/// The reason in the words of the system (errno) or, failing that, of HDF5.
struct Error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

template <class T>
concept Element = std::same_as<T, std::int64_t> || std::same_as<T, std::uint64_t> ||
    std::same_as<T, double> || std::same_as<T, char>;

enum class Number : std::uint8_t { int64, uint64, float64, byte };

template <Element T>
constexpr Number number_of() {
  if constexpr (std::same_as<T, std::int64_t>) return Number::int64;
  if constexpr (std::same_as<T, std::uint64_t>) return Number::uint64;
  if constexpr (std::same_as<T, double>) return Number::float64;
  return Number::byte;
}

enum class Packing : std::uint8_t {
  plain,    ///< chunks are overwritten in place as they fill: for many small appends
  checked,  ///< with HDF5's checksum (Fletcher-32): for what is written once
  packed,   ///< shuffle and deflate level 1, lossless: for what is written in whole chunks
};

/// Owns one identifier of the library.
class Handle {
 public:
  using Closer = int (*)(std::int64_t);
  Handle() = default;
  Handle(std::int64_t id, Closer closer) : id_(id), closer_(closer) {}
  ~Handle() { reset(); }
  Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, -1)), closer_(other.closer_) {}
  Handle& operator=(Handle&& other) noexcept;
  std::int64_t get() const { return id_; }
  /// Closes; true if the library said that this worked, or nothing was open.
  bool reset() noexcept;

 private:
  std::int64_t id_ = -1;
  Closer closer_ = nullptr;
};

struct Shape {
  std::uint64_t width = 1;         ///< fixed
  std::uint64_t chunk_length = 1;  ///< entries along the growing axis in one chunk
};

/// A table [width][length] that grows along its length; of rank one if its width is one.
class Series {
 public:
  Series() = default;
  std::uint64_t length() const { return length_; }
  /// `values` is [width][count].
  template <Element T>
  void append(std::span<const T> values) {
    append_bytes(values.data(), values.size(), number_of<T>());
  }
  /// Reads the entries [first, first + count) as [width][count] into `values`.
  template <Element T>
  void read(std::uint64_t first, std::uint64_t count, std::span<T> values) const {
    read_bytes(first, count, values.data(), values.size(), number_of<T>());
  }

 private:
  friend class File;
  void append_bytes(const void* values, std::uint64_t size, Number type);
  void read_bytes(std::uint64_t first, std::uint64_t count, void* values, std::uint64_t size,
                  Number type) const;
  Handle dataset_;
  std::uint64_t width_ = 1;
  std::uint64_t length_ = 0;
};

class File {
 public:
  /// Replaces what is there. Throws Error.
  static File create(const std::filesystem::path& path);
  /// For reading; also what a dead writer left, or one that still writes. Throws Error.
  static File open(const std::filesystem::path& path);

  /// Only before start_following().
  template <Element T>
  Series add(const std::string& name, Shape shape, Packing packing) {
    return add_series(name, shape, packing, number_of<T>());
  }
  /// Throws Error if there is no table of that name, type and width.
  template <Element T>
  Series series(const std::string& name, std::uint64_t width = 1) const {
    return open_series(name, width, number_of<T>());
  }

  /// From here on every state of the file on disk is readable: HDF5's single-writer mode orders its
  /// writes so that nothing points at what is not yet there.
  void start_following();
  /// Hands everything to the operating system.
  void flush();
  /// Throws Error if the library could not write what was left. Series must be gone before.
  void close();
  /// From here on nothing reaches the disk: what the library still writes, until the file is
  /// closed, goes nowhere. For a disk that refused a write: the file is then as a kill leaves it.
  /// HDF5 1.10 does not release the memory of such a file (measured: 0.7 MB).
  void abandon() noexcept;

 private:
  Series add_series(const std::string& name, Shape shape, Packing packing, Number type);
  Series open_series(const std::string& name, std::uint64_t width, Number type) const;
  Handle file_;
};

}  // namespace twinaxis::hdf5
