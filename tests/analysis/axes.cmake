twinaxis_test(axes_tests axes_body_test.cpp axes_caused_test.cpp axes_claims_test.cpp axes_each_test.cpp axes_criteria_test.cpp
              axes_exposure_test.cpp axes_impact_test.cpp axes_ledger_test.cpp axes_loss_test.cpp axes_plant_test.cpp axes_region_test.cpp
              axes_recovery_test.cpp axes_schedule_test.cpp axes_when_test.cpp home.cpp plant.cpp
              LIBS twinaxis_analysis twinaxis_scenario)
