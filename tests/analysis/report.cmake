find_package(nlohmann_json REQUIRED)
twinaxis_test(report_tests curves_test.cpp report_test.cpp plant.cpp
              LIBS twinaxis_report twinaxis_scenario nlohmann_json::nlohmann_json)

# The page's own code, by the test runner of Node.js.
find_program(NODE NAMES node nodejs REQUIRED)
add_test(NAME page_js COMMAND ${NODE} --test ${CMAKE_CURRENT_SOURCE_DIR}/page_test.js)
