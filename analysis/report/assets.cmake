# The parts of the report page as string_views in TARGET (page.cc names them).
function(sahafa_report_assets target)
  set(assets ${PROJECT_SOURCE_DIR}/analysis/report/assets)
  sahafa_embed(${target} report_page_html ${assets}/page.html)
  sahafa_embed(${target} report_style_css ${assets}/style.css)
  foreach(part IN ITEMS corpus data dom evidence figure format grid heatmap intervals lists main notes sentences terms text timeline)
    sahafa_embed(${target} report_${part}_js ${assets}/${part}.js)
  endforeach()
endfunction()
