// One-step (ARKODE) and multistep (CVODE) methods of SUNDIALS for x' = f(t, x).

#include <arkode/arkode_arkstep.h>
#include <cvode/cvode.h>
#include <sunnonlinsol/sunnonlinsol_fixedpoint.h>

#include "sim/core/require.h"
#include "sim/physics/solvers.h"
#include "sim/physics/sundials_solver.h"

namespace twinaxis {
namespace {

using sundials_detail::Destroy;
using sundials_detail::kStepsAtMost;
using sundials_detail::Solver;

struct ArkodeFree {
  void operator()(void* memory) const { ARKStepFree(&memory); }
};
struct CvodeFree {
  void operator()(void* memory) const { CVodeFree(&memory); }
};

/// Explicit or diagonally implicit Runge-Kutta of order four with error control.
class Arkode final : public Solver {
 public:
  using Solver::Solver;

 private:
  bool is_implicit() const { return spec_.method == IntegratorSpec::Method::arkode_dirk; }

  int restart(double at_s) override {
    if (memory_) {
      ARKStepSetMinStep(memory_.get(), shortest_step_s(at_s));
      return ARKStepReset(memory_.get(), at_s, y_.get());
    }
    memory_.reset(ARKStepCreate(is_implicit() ? nullptr : rate, is_implicit() ? rate : nullptr,
                                at_s, y_.get(), context_.handle));
    require(memory_ != nullptr, "ARKODE was created");
    void* m = memory_.get();
    ARKStepSetUserData(m, static_cast<Solver*>(this));
    ARKStepSetErrHandlerFn(m, note_error, static_cast<Solver*>(this));
    ARKStepSetMaxNumSteps(m, kStepsAtMost);
    ARKStepSetMinStep(m, shortest_step_s(at_s));
    if (spec_.longest_step) ARKStepSetMaxStep(m, to_s(*spec_.longest_step));
    if (is_implicit()) {
      make_linear_solver();
      ARKStepSetLinearSolver(m, linear_.get(), matrix_.get());
      // Stage order two: on a stiff test problem forty times cheaper than the default table.
      ARKStepSetTableNum(m, ARKODE_ESDIRK436L2SA_6_3_4, ARKODE_ERK_NONE);
    }
    ARKStepRootInit(m, static_cast<int>(system_.root_count()), root_values);
    return ARKStepSStolerances(m, spec_.relative_tolerance, spec_.absolute_tolerance);
  }
  int evolve(double to_s, double& reached_s) override {
    // A one-step method loses nothing by ending its step where the input may change.
    ARKStepSetStopTime(memory_.get(), to_s);
    return ARKStepEvolve(memory_.get(), to_s, y_.get(), &reached_s, ARK_NORMAL);
  }
  int root_info(int* crossed) override { return ARKStepGetRootInfo(memory_.get(), crossed); }
  int errors(N_Vector local, N_Vector weights) override {
    const int flag = ARKStepGetEstLocalErrors(memory_.get(), local);
    return flag < 0 ? flag : ARKStepGetErrWeights(memory_.get(), weights);
  }
  bool stopped_at_root(int flag) const override { return flag == ARK_ROOT_RETURN; }

  std::unique_ptr<void, ArkodeFree> memory_;
};

/// BDF with Newton, or Adams with fixed-point iteration. Runs ahead of the time asked for and
/// interpolates, so that resting inputs cost nothing.
class Cvode final : public Solver {
 public:
  using Solver::Solver;

 private:
  int restart(double at_s) override {
    if (memory_) {
      CVodeSetMinStep(memory_.get(), shortest_step_s(at_s));
      return CVodeReInit(memory_.get(), at_s, y_.get());
    }
    const bool is_bdf = spec_.multistep == IntegratorSpec::Multistep::bdf;
    memory_.reset(CVodeCreate(is_bdf ? CV_BDF : CV_ADAMS, context_.handle));
    require(memory_ != nullptr, "CVODE was created");
    void* m = memory_.get();
    if (const int flag = CVodeInit(m, rate, at_s, y_.get()); flag < 0) return flag;
    CVodeSetUserData(m, static_cast<Solver*>(this));
    CVodeSetErrHandlerFn(m, note_error, static_cast<Solver*>(this));
    CVodeSetMaxNumSteps(m, kStepsAtMost);
    CVodeSetMinStep(m, shortest_step_s(at_s));
    if (spec_.longest_step) CVodeSetMaxStep(m, to_s(*spec_.longest_step));
    CVodeSStolerances(m, spec_.relative_tolerance, spec_.absolute_tolerance);
    CVodeRootInit(m, static_cast<int>(system_.root_count()), root_values);
    if (is_bdf) {
      make_linear_solver();
      return CVodeSetLinearSolver(m, linear_.get(), matrix_.get());
    }
    fixed_point_.reset(SUNNonlinSol_FixedPoint(y_.get(), 0, context_.handle));
    return CVodeSetNonlinearSolver(m, fixed_point_.get());
  }
  int evolve(double to_s, double& reached_s) override {
    return CVode(memory_.get(), to_s, y_.get(), &reached_s, CV_NORMAL);
  }
  int root_info(int* crossed) override { return CVodeGetRootInfo(memory_.get(), crossed); }
  int errors(N_Vector local, N_Vector weights) override {
    const int flag = CVodeGetEstLocalErrors(memory_.get(), local);
    return flag < 0 ? flag : CVodeGetErrWeights(memory_.get(), weights);
  }
  bool stopped_at_root(int flag) const override { return flag == CV_ROOT_RETURN; }

  std::unique_ptr<std::remove_pointer_t<SUNNonlinearSolver>, Destroy<SUNNonlinSolFree>>
      fixed_point_;
  std::unique_ptr<void, CvodeFree> memory_;  ///< freed before what it points to
};

}  // namespace

std::unique_ptr<Integrator> make_arkode(const System& system, const IntegratorSpec& spec) {
  return std::make_unique<Arkode>(system, spec);
}

std::unique_ptr<Integrator> make_cvode(const System& system, const IntegratorSpec& spec) {
  return std::make_unique<Cvode>(system, spec);
}

}  // namespace twinaxis
