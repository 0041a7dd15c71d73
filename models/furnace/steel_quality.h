#pragma once
// What heat does to steel: grains grow, carbon leaves the surface, scale forms, martensite tempers.
// Rates that a plant integrates over the history of a slab, and what their integrals mean.

#include "sim/core/fields.h"

namespace twinaxis::furnace {

/// Growth of austenite grains:  d^n = d0^n + A t exp(-Q / R T), with another A and Q above and
/// below a temperature. Valid for C-Mn steels without grain refiners in austenite. Source: Sellars,
/// Whiteman, Metal Science 13 (1979) 187 (constants from memory).
struct GrainGrowth {
  double exponent = 10;
  double initial_m = 50e-6;
  double split_K = 1273;
  double high_factor_per_s = 3.87e32;  ///< A above the split, in (1 um)^n per second
  double high_J_per_mol = 400e3;
  double low_factor_per_s = 5.02e53;
  double low_J_per_mol = 914e3;
};
void fields(FieldVisitor& v, GrainGrowth& p);
/// d/dt (d / 1 um)^n.
double grain_rate_per_s(const GrainGrowth& p, double temperature_K);
/// (d0 / 1 um)^n: where the integral starts.
double grain_start_ratio(const GrainGrowth& p);
/// Grain size that belongs to a value of (d / 1 um)^n.
double grain_size_m(const GrainGrowth& p, double powered_ratio);
double grain_size_m(const GrainGrowth& p, double temperature_K, double held_s);

/// Carbon that leaves the surface by diffusion into an atmosphere that keeps it at zero:
///   C / C0 = erf(x / (2 sqrt(D t))),   D = D0 exp(-Q / R T)
/// Over a history the integral of D takes the place of D t. The loss of the decarburised layer to
/// scale is left out. Source: Crank, The Mathematics of Diffusion (1975), section 3.3; D of carbon
/// in austenite from memory.
struct Decarburisation {
  double factor_m2_per_s = 2.0e-5;
  double activation_J_per_mol = 142e3;
  double carbon_fraction = 0.9;  ///< the depth is that where so much of the carbon is left
};
void fields(FieldVisitor& v, Decarburisation& p);
double carbon_diffusion_m2_per_s(const Decarburisation& p, double temperature_K);
double decarburised_depth_m(const Decarburisation& p, double integral_m2);

/// Parabolic scale on iron:  d(s^2)/dt = kp(T),  kp = k0 exp(-Q / R T): its rate doubles every 60
/// to 75 K between 1100 and 1250 degC. Thickness of scale in free air. Source: Markworth,
/// Metallurgical Transactions A 8 (1977) 2014 (from memory).
struct Scale {
  double factor_m2_per_s = 6.1e-4;
  double activation_J_per_mol = 169.452e3;
};
void fields(FieldVisitor& v, Scale& p);
double scale_rate_m2_per_s(const Scale& p, double temperature_K);

/// Hollomon-Jaffe parameter  P = T (C + log10 t) / 1000, t in hours, T in kelvin: equal P, equal
/// hardness after tempering. Source: Hollomon, Jaffe, Trans. AIME 162 (1945) 223.
double tempering_parameter(double temperature_K, double held_s, double constant = 20);
/// Time at another temperature that tempers as much.
double equivalent_tempering_s(double temperature_K, double held_s, double other_K,
                              double constant = 20);

/// Yield strength by the grain size:  sigma = sigma0 + k / sqrt(d). Source: Hall 1951, Petch 1953;
/// k for low-carbon steel 17 to 23 MPa mm^0.5 (from memory).
double yield_strength_Pa(double friction_Pa, double hall_petch_Pa_m05, double grain_m);

/// Solidified shell of a strand:  s = K sqrt(t). K in m per square root of a second; 27 mm/min^0.5
/// is usual (from memory). Source: square-root law of solidification.
double solidified_shell_m(double factor_m_per_s05, double mould_m, double casting_m_per_s);
/// Length at which a strand is solid throughout.
double metallurgical_length_m(double factor_m_per_s05, double thickness_m, double casting_m_per_s);

}  // namespace twinaxis::furnace
