#pragma once
// One factory per family of methods; make_integrator() chooses among them.

#include <memory>

#include "sim/physics/integrator.h"

namespace twinaxis {

std::unique_ptr<Integrator> make_rk4(const System& system, const IntegratorSpec& spec);
std::unique_ptr<Integrator> make_arkode(const System& system, const IntegratorSpec& spec);
std::unique_ptr<Integrator> make_cvode(const System& system, const IntegratorSpec& spec);
std::unique_ptr<Integrator> make_ida(const System& system, const IntegratorSpec& spec);

}  // namespace twinaxis
