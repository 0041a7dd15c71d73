#include "sim/physics/sundials_solver.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "sim/core/require.h"

namespace twinaxis::sundials_detail {

Solver::Solver(const System& system, const IntegratorSpec& spec)
    : system_(system),
      spec_(spec),
      y_(N_VNew_Serial(static_cast<sunindextype>(system.initial_state().size()), context_.handle)) {
  require(y_ != nullptr, "SUNDIALS made a state vector");
}

Stop Solver::advance(double from_s, double to_s, std::span<double> state,
                     std::span<const double> input, std::span<const double> mode,
                     std::span<int> crossed) {
  if (!continues(from_s, state, input, mode)) {
    input_.assign(input.begin(), input.end());
    mode_.assign(mode.begin(), mode.end());
    std::copy(state.begin(), state.end(), values(y_.get()).begin());
    if (restart(from_s) < 0) fail(from_s, "the solver did not start");
    started_ = true;
  }
  not_finite_.clear();
  const int flag = evolve(to_s, reached_s_);
  if (flag < 0) fail(reached_s_, "the solver gave up");
  std::copy_n(values(y_.get()).begin(), state.size(), state.begin());
  if (!stopped_at_root(flag)) return {.at_s = reached_s_};
  if (root_info(crossed.data()) < 0) fail(reached_s_, "the solver lost its root");
  return {.at_s = reached_s_, .at_root = true};
}

bool Solver::continues(double from_s, std::span<const double> state, std::span<const double> input,
                       std::span<const double> mode) const {
  return started_ && from_s == reached_s_ && std::ranges::equal(state, values(y_.get())) &&
         std::ranges::equal(input, input_) && std::ranges::equal(mode, mode_);
}

int Solver::rate(realtype time_s, N_Vector state, N_Vector rate, void* self) {
  auto& solver = *static_cast<Solver*>(self);
  const auto out = values(rate);
  solver.system_.derivative(
      {.time_s = time_s, .state = values(state), .input = solver.input_, .mode = solver.mode_},
      out);
  if (std::ranges::all_of(out, [](double v) { return std::isfinite(v); })) return 0;
  // A positive flag asks the solver for a shorter step: a trial may have left the valid range.
  solver.not_finite_.clear();
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (!std::isfinite(out[i])) solver.not_finite_.push_back(i);
  }
  return 1;
}

int Solver::root_values(realtype time_s, N_Vector state, realtype* values_out, void* self) {
  const auto& solver = *static_cast<Solver*>(self);
  solver.system_.roots(
      {.time_s = time_s, .state = values(state), .input = solver.input_, .mode = solver.mode_},
      {values_out, solver.system_.root_count()});
  return 0;
}

void Solver::note_error(int code, const char* module, const char* function, char* text,
                        void* self) {
  if (code < 0) {
    static_cast<Solver*>(self)->last_error_ = std::string(module) + " " + function + ": " + text;
  }
}

double Solver::shortest_step_s(double at_s) {
  return std::max(1e-12, 16 * std::numeric_limits<double>::epsilon() * std::abs(at_s));
}

void Solver::make_linear_solver() {
  const auto n = static_cast<sunindextype>(N_VGetLength(y_.get()));
  const auto lower = std::min(n - 1, static_cast<sunindextype>(system_.lower_bandwidth()));
  const auto upper = std::min(n - 1, static_cast<sunindextype>(system_.upper_bandwidth()));
  if (lower + upper + 1 < n) {
    matrix_.reset(SUNBandMatrix(n, upper, lower, context_.handle));
    linear_.reset(SUNLinSol_Band(y_.get(), matrix_.get(), context_.handle));
  } else {
    matrix_.reset(SUNDenseMatrix(n, n, context_.handle));
    linear_.reset(SUNLinSol_Dense(y_.get(), matrix_.get(), context_.handle));
  }
  require(linear_ != nullptr, "SUNDIALS made a linear solver");
}

void Solver::fail(double at_s, const std::string& what) {
  const std::string text = last_error_.empty() ? what : what + " (" + last_error_ + ")";
  const auto worst = worst_states();
  started_ = false;
  throw IntegrationFailure(at_s, text, worst);
}

std::vector<std::size_t> Solver::worst_states() {
  if (!not_finite_.empty() || !started_) return not_finite_;
  const Vector error(N_VClone(y_.get())), weight(N_VClone(y_.get()));
  if (errors(error.get(), weight.get()) < 0) return {};
  N_VProd(error.get(), weight.get(), error.get());
  const auto size = values(error.get());
  std::vector<std::size_t> order(size.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, std::greater{}, [&](auto i) { return std::abs(size[i]); });
  order.resize(std::min<std::size_t>(order.size(), 3));
  return order;
}

}  // namespace twinaxis::sundials_detail
