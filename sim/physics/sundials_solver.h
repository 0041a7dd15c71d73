#pragma once
// What ode.cpp and dae.cpp share: the homes of SUNDIALS 6.4. No other file includes this header.

#include <nvector/nvector_serial.h>
#include <sundials/sundials_context.h>
#include <sunlinsol/sunlinsol_band.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_band.h>
#include <sunmatrix/sunmatrix_dense.h>

#include <memory>
#include <string>
#include <vector>

#include "sim/physics/integrator.h"

namespace twinaxis::sundials_detail {

/// Per advance; a run that needs more is stuck.
inline constexpr long kStepsAtMost = 1'000'000;

template <auto destroy>
struct Destroy {
  template <class T>
  void operator()(T* handle) const {
    (void)destroy(handle);
  }
};
using Vector = std::unique_ptr<std::remove_pointer_t<N_Vector>, Destroy<N_VDestroy>>;
using Matrix = std::unique_ptr<std::remove_pointer_t<SUNMatrix>, Destroy<SUNMatDestroy>>;
using LinearSolver =
    std::unique_ptr<std::remove_pointer_t<SUNLinearSolver>, Destroy<SUNLinSolFree>>;

struct Context {
  Context() { SUNContext_Create(nullptr, &handle); }
  ~Context() { SUNContext_Free(&handle); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  SUNContext handle = nullptr;
};

inline std::span<double> values(N_Vector v) {
  return {N_VGetArrayPointer(v), static_cast<std::size_t>(N_VGetLength(v))};
}

/// Keeps the history of a SUNDIALS solver over calls that continue each other. The four families
/// differ in the functions below.
class Solver : public Integrator {
 public:
  Solver(const System& system, const IntegratorSpec& spec);
  Stop advance(double from_s, double to_s, std::span<double> state, std::span<const double> input,
               std::span<const double> mode, std::span<int> crossed) final;

 protected:
  /// Discards the history and starts at y_; the first call also allocates.
  virtual int restart(double at_s) = 0;
  /// Moves y_ to `to_s` or to a root. Returns the solver's flag.
  virtual int evolve(double to_s, double& reached_s) = 0;
  virtual int root_info(int* crossed) = 0;
  virtual int errors(N_Vector local_errors, N_Vector weights) = 0;
  virtual bool stopped_at_root(int flag) const = 0;

  // Call-backs that the families hand to C; `self` is a Solver.
  static int rate(realtype time_s, N_Vector state, N_Vector rate, void* self);
  static int root_values(realtype time_s, N_Vector state, realtype* values, void* self);
  static void note_error(int code, const char* module, const char* function, char* text,
                         void* self);

  /// Steps below a thousandth of what a Time can tell apart, or that no longer move the clock, mean
  /// that the solver is stuck before a singular point.
  static double shortest_step_s(double at_s);

  /// A matrix and its solver, banded if the system says that this pays.
  void make_linear_solver();

  const System& system_;
  const IntegratorSpec spec_;
  Context context_;
  Vector y_;
  Matrix matrix_;
  LinearSolver linear_;

 private:
  bool continues(double from_s, std::span<const double> state, std::span<const double> input,
                 std::span<const double> mode) const;
  [[noreturn]] void fail(double at_s, const std::string& what);
  std::vector<std::size_t> worst_states();

  bool started_ = false;
  double reached_s_ = 0;
  std::vector<double> input_, mode_;
  std::vector<std::size_t> not_finite_;  ///< rates of the last trial that failed, if one did
  std::string last_error_;
};

}  // namespace twinaxis::sundials_detail
