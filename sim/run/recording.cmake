# Homes here: HDF5 (hdf5_file.cpp), nlohmann JSON of recordings (manifest_json.cpp).
# hdf5-serial by name: plain "hdf5" is the MPI build where OpenMPI is installed.
pkg_check_modules(HDF5 REQUIRED IMPORTED_TARGET hdf5-serial)
add_library(twinaxis_recording STATIC camera.cpp csv.cpp extremes.cpp film_file.cpp hdf5_file.cpp manifest_json.cpp
            recorder.cpp recording.cpp recording_file.cpp recording_reader.cpp)
target_link_libraries(twinaxis_recording PUBLIC twinaxis_core PRIVATE PkgConfig::HDF5)
