// The DAE solver IDA of SUNDIALS, here on the residual  F(t, x, x') = x' - f(t, x)  of a System.

#include <ida/ida.h>

#include "sim/core/require.h"
#include "sim/physics/solvers.h"
#include "sim/physics/sundials_solver.h"

namespace twinaxis {
namespace {

using sundials_detail::kStepsAtMost;
using sundials_detail::Solver;
using sundials_detail::Vector;

struct IdaFree {
  void operator()(void* memory) const { IDAFree(&memory); }
};

class Ida final : public Solver {
 public:
  using Solver::Solver;

 private:
  int restart(double at_s) override {
    if (!yp_) yp_.reset(N_VClone(y_.get()));
    // x' = f(x) is consistent with the residual by construction: no search for initial values.
    if (rate(at_s, y_.get(), yp_.get(), static_cast<Solver*>(this)) != 0) return -1;
    if (memory_) {
      IDASetMinStep(memory_.get(), shortest_step_s(at_s));
      return IDAReInit(memory_.get(), at_s, y_.get(), yp_.get());
    }
    memory_.reset(IDACreate(context_.handle));
    require(memory_ != nullptr, "IDA was created");
    void* m = memory_.get();
    if (const int flag = IDAInit(m, residual, at_s, y_.get(), yp_.get()); flag < 0) return flag;
    IDASetUserData(m, static_cast<Solver*>(this));
    IDASetErrHandlerFn(m, note_error, static_cast<Solver*>(this));
    IDASetMaxNumSteps(m, kStepsAtMost);
    IDASetMinStep(m, shortest_step_s(at_s));
    if (spec_.longest_step) IDASetMaxStep(m, to_s(*spec_.longest_step));
    IDASStolerances(m, spec_.relative_tolerance, spec_.absolute_tolerance);
    IDARootInit(m, static_cast<int>(system_.root_count()), dae_root_values);
    make_linear_solver();
    return IDASetLinearSolver(m, linear_.get(), matrix_.get());
  }
  int evolve(double to_s, double& reached_s) override {
    return IDASolve(memory_.get(), to_s, &reached_s, y_.get(), yp_.get(), IDA_NORMAL);
  }
  int root_info(int* crossed) override { return IDAGetRootInfo(memory_.get(), crossed); }
  int errors(N_Vector local, N_Vector weights) override {
    const int flag = IDAGetEstLocalErrors(memory_.get(), local);
    return flag < 0 ? flag : IDAGetErrWeights(memory_.get(), weights);
  }
  bool stopped_at_root(int flag) const override { return flag == IDA_ROOT_RETURN; }

  static int residual(realtype time_s, N_Vector y, N_Vector yp, N_Vector out, void* self) {
    const int flag = rate(time_s, y, out, self);
    N_VLinearSum(1, yp, -1, out, out);
    return flag;
  }
  static int dae_root_values(realtype time_s, N_Vector y, N_Vector, realtype* values, void* self) {
    return root_values(time_s, y, values, self);
  }

  Vector yp_;
  std::unique_ptr<void, IdaFree> memory_;
};

}  // namespace

std::unique_ptr<Integrator> make_ida(const System& system, const IntegratorSpec& spec) {
  return std::make_unique<Ida>(system, spec);
}

}  // namespace twinaxis
