target_sources(twinaxis_distillation PRIVATE vle.cpp relief.cpp vessel.cpp hydraulics.cpp
               exchangers.cpp bt1_params.cpp bt1_design.cpp bt1_layout.cpp bt1.cpp bt1_trays.cpp
               bt1_overhead.cpp bt1_rates.cpp bt1_outputs.cpp bt1_balances.cpp bt1_events.cpp
               bt1_lumped.cpp)
