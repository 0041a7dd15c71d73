#include "sim/run/hdf5_file.h"

#include <hdf5.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <mutex>
#include <system_error>

namespace twinaxis::hdf5 {
namespace {

static_assert(std::same_as<hid_t, std::int64_t> && sizeof(herr_t) == sizeof(int));

/// Our handles close themselves. HDF5's own cleanup at exit would try again to write what a full
/// disk refused; its printing of errors would speak to users in the library's words.
void start_library() {
  static std::once_flag once;
  std::call_once(once, [] {
    H5dont_atexit();
    H5open();
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
  });
}

/// HDF5 writes "..., errno = 28, error message = 'No space left on device', ..." into its stack.
std::string in_system_words(const std::string& text) {
  constexpr std::string_view mark = "errno = ";
  const auto at = text.find(mark);
  if (at == std::string::npos) return text;
  return std::system_category().message(std::atoi(text.c_str() + at + mark.size()));
}

/// The innermost entry of the error stack: the cause, not the calls that led to it.
std::string reason() {
  std::string text;
  H5Ewalk2(
      H5E_DEFAULT, H5E_WALK_UPWARD,
      [](unsigned, const H5E_error2_t* error, void* out) -> herr_t {
        auto& found = *static_cast<std::string*>(out);
        if (found.empty() && error->desc != nullptr) found = error->desc;
        return 0;
      },
      &text);
  return text.empty() ? "HDF5 gives no reason" : in_system_words(text);
}

template <class Status>
Status checked(Status status) {
  if (status < 0) throw Error(reason());
  return status;
}

Handle owned(hid_t id, Handle::Closer closer) { return {checked(id), closer}; }

hid_t type_id(Number type) {
  switch (type) {
    case Number::int64:
      return H5T_NATIVE_INT64;
    case Number::uint64:
      return H5T_NATIVE_UINT64;
    case Number::float64:
      return H5T_NATIVE_DOUBLE;
    case Number::byte:
      return H5T_NATIVE_UINT8;
  }
  throw Error("unknown type of number");
}

/// Extents of a table: {width, length}, or only the second of them when the width is one.
struct Extents {
  std::array<hsize_t, 2> all;
  int rank() const { return all[0] == 1 ? 1 : 2; }
  const hsize_t* data() const { return all.data() + (2 - rank()); }
};

Handle selection(hid_t dataset, std::uint64_t width, std::uint64_t first, std::uint64_t count) {
  auto space = owned(H5Dget_space(dataset), H5Sclose);
  const Extents start{{0, first}};
  const Extents size{{width, count}};
  const hsize_t* from = start.all.data() + (2 - size.rank());
  checked(H5Sselect_hyperslab(space.get(), H5S_SELECT_SET, from, nullptr, size.data(), nullptr));
  return space;
}

Handle memory_space(std::uint64_t size) {
  const hsize_t extent = size;
  return owned(H5Screate_simple(1, &extent, nullptr), H5Sclose);
}

Handle creation_properties(const Extents& chunk, Packing packing) {
  auto list = owned(H5Pcreate(H5P_DATASET_CREATE), H5Pclose);
  checked(H5Pset_chunk(list.get(), chunk.rank(), chunk.data()));
  if (packing == Packing::checked) checked(H5Pset_fletcher32(list.get()));
  if (packing == Packing::packed) {
    checked(H5Pset_shuffle(list.get()));
    checked(H5Pset_deflate(list.get(), 1));
  }
  return list;
}

/// The kernel copies a write page by page and looks for SIGKILL between pages. Metadata that never
/// crosses a page is therefore never torn: paged allocation keeps it so (blocks above 4 KiB, which
/// an index of more than some 1,000 chunks has, excepted).
constexpr hsize_t kPageBytes = 4096;

Handle file_properties() {
  auto list = owned(H5Pcreate(H5P_FILE_CREATE), H5Pclose);
  checked(H5Pset_file_space_strategy(list.get(), H5F_FSPACE_STRATEGY_PAGE, false, 1));
  checked(H5Pset_file_space_page_size(list.get(), kPageBytes));
  return list;
}

/// One who follows a writer may meet an entry half written and tries again after 1, 2, 4, ... ns;
/// HDF5's own 100 attempts would outlast the universe on a damaged file, 20 take a millisecond.
constexpr unsigned kReadAttempts = 20;

/// Locks guard against two writers; file systems without them must not stop a run.
Handle access_properties() {
  auto list = owned(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
  checked(H5Pset_libver_bounds(list.get(), H5F_LIBVER_LATEST, H5F_LIBVER_LATEST));
  checked(H5Pset_file_locking(list.get(), true, true));
  checked(H5Pset_metadata_read_attempts(list.get(), kReadAttempts));
  return list;
}

}  // namespace

Handle& Handle::operator=(Handle&& other) noexcept {
  if (this != &other) {
    reset();
    id_ = std::exchange(other.id_, -1);
    closer_ = other.closer_;
  }
  return *this;
}

bool Handle::reset() noexcept {
  const auto id = std::exchange(id_, -1);
  return id < 0 || closer_(id) >= 0;
}

void Series::append_bytes(const void* values, std::uint64_t size, Number type) {
  if (size == 0) return;
  const std::uint64_t count = size / width_;
  const Extents extent{{width_, length_ + count}};
  checked(H5Dset_extent(dataset_.get(), extent.data()));
  const auto target = selection(dataset_.get(), width_, length_, count);
  const auto source = memory_space(size);
  checked(H5Dwrite(dataset_.get(), type_id(type), source.get(), target.get(), H5P_DEFAULT, values));
  length_ += count;
}

void Series::read_bytes(std::uint64_t first, std::uint64_t count, void* values, std::uint64_t size,
                        Number type) const {
  if (first + count > length_ || count * width_ != size) throw Error("entries are missing");
  if (size == 0) return;
  const auto source = selection(dataset_.get(), width_, first, count);
  const auto target = memory_space(size);
  checked(H5Dread(dataset_.get(), type_id(type), target.get(), source.get(), H5P_DEFAULT, values));
}

File File::create(const std::filesystem::path& path) {
  start_library();
  const auto creation = file_properties();
  const auto access = access_properties();
  File result;
  result.file_ =
      owned(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation.get(), access.get()), H5Fclose);
  return result;
}

File File::open(const std::filesystem::path& path) {
  start_library();
  const auto access = access_properties();
  if (H5Fis_hdf5(path.c_str()) == 0) throw Error("the file is not HDF5");
  File result;
  hid_t id = H5Fopen(path.c_str(), H5F_ACC_RDONLY, access.get());
  if (id < 0) {
    // A file that its writer did not close can be opened by one who follows a writer, only.
    const std::string why = reason();
    id = H5Fopen(path.c_str(), H5F_ACC_RDONLY | H5F_ACC_SWMR_READ, access.get());
    if (id < 0) throw Error(why);
  }
  result.file_ = {id, H5Fclose};
  return result;
}

Series File::add_series(const std::string& name, Shape shape, Packing packing, Number type) {
  const Extents now{{shape.width, 0}};
  const Extents most{{shape.width, H5S_UNLIMITED}};
  const Extents chunk{{shape.width, shape.chunk_length}};
  const auto space = owned(H5Screate_simple(now.rank(), now.data(), most.data()), H5Sclose);
  const auto creation = creation_properties(chunk, packing);
  Series result;
  result.dataset_ = owned(H5Dcreate2(file_.get(), name.c_str(), type_id(type), space.get(),
                                     H5P_DEFAULT, creation.get(), H5P_DEFAULT),
                          H5Dclose);
  result.width_ = shape.width;
  return result;
}

Series File::open_series(const std::string& name, std::uint64_t width, Number type) const {
  if (H5Lexists(file_.get(), name.c_str(), H5P_DEFAULT) == 0) {
    throw Error("it has no table '" + name + "'");
  }
  Series result;
  result.dataset_ = owned(H5Dopen2(file_.get(), name.c_str(), H5P_DEFAULT), H5Dclose);
  result.width_ = width;
  const auto stored = owned(H5Dget_type(result.dataset_.get()), H5Tclose);
  const auto space = owned(H5Dget_space(result.dataset_.get()), H5Sclose);
  Extents extent{{width, 0}};
  const bool same_rank = H5Sget_simple_extent_ndims(space.get()) == extent.rank();
  if (!same_rank || H5Tequal(stored.get(), type_id(type)) <= 0) {
    throw Error("'" + name + "' has another type or rank than a recording's");
  }
  checked(H5Sget_simple_extent_dims(space.get(), extent.all.data() + (2 - extent.rank()), nullptr));
  if (extent.all[0] != width) throw Error("'" + name + "' has another width than the recording");
  result.length_ = extent.all[1];
  return result;
}

void File::start_following() { checked(H5Fstart_swmr_write(file_.get())); }

void File::flush() { checked(H5Fflush(file_.get(), H5F_SCOPE_LOCAL)); }

void File::abandon() noexcept {
  // The library has no way to drop a file without writing. Its descriptor can be made to stand for
  // an anonymous file in memory instead; that goes with the close.
  void* descriptor = nullptr;
  if (H5Fget_vfd_handle(file_.get(), H5P_DEFAULT, &descriptor) < 0) return;
  const int nowhere = memfd_create("abandoned", MFD_CLOEXEC);
  dup2(nowhere, *static_cast<int*>(descriptor));
  ::close(nowhere);
}

void File::close() {
  if (!file_.reset()) throw Error(reason());
}

}  // namespace twinaxis::hdf5
