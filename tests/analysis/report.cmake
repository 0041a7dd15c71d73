find_package(nlohmann_json REQUIRED)
twinaxis_test(report_tests report_test.cpp plant.cpp
              LIBS twinaxis_report twinaxis_scenario nlohmann_json::nlohmann_json)
