# Four Debian packages from one build: resonance-kiosk (the terminal), resonance (the desk),
# resonance-study (statistics for psychologists) and resonance-painter (the terminal's screens as
# pictures, for whoever writes what people read).
#   cmake --build build/release --target package
include(GNUInstallDirs)
set(SHARE share/resonance)

function(component name)
  if(TARGET ${name})
    install(TARGETS ${name} RUNTIME DESTINATION bin COMPONENT ${ARGV1})
  endif()
endfunction()
component(resonance-kiosk kiosk)
component(resonance desk)
foreach(helper resonance-duty resonance-stick resonance-machine)
  if(TARGET ${helper})
    install(TARGETS ${helper} RUNTIME DESTINATION lib/resonance COMPONENT kiosk)
  endif()
endforeach()
install(TARGETS resonance-desk RUNTIME DESTINATION lib/resonance COMPONENT desk)
install(PROGRAMS deploy/setup.sh DESTINATION sbin RENAME resonance-kiosk-setup COMPONENT kiosk)
component(resonance-study study)
component(resonance-painter painter)

# The unit that measures the screen is that of the terminal with another task, once, and the terminal
# behind it: one list of what it may not do.
set(unit ${CMAKE_SOURCE_DIR}/deploy/resonance-kiosk.service)
set(calibrate ${CMAKE_BINARY_DIR}/resonance-calibrate.service)
file(READ ${unit} text)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${unit})
foreach(pair
    "Description=Resonance kiosk=>Description=Resonance kiosk: measuring the screen"
    "Conflicts=getty@tty7.service=>Conflicts=getty@tty7.service resonance-kiosk.service\nAfter=resonance-kiosk.service\nOnSuccess=resonance-kiosk.service\nOnFailure=resonance-kiosk.service"
    "\nRequires=resonance-ledger.socket resonance-uplink.socket\nAfter=resonance-ledger.socket resonance-uplink.socket=>"
    "--config /etc/resonance/config --data /var/lib/resonance --incoming /var/lib/resonance-incoming --stick /run/resonance-stick/socket --sockets /run/resonance-duties=>--calibrate"
    " --restart-flag /run/resonance/restart=>"
    "Restart=always\nRestartSec=1=>Restart=no"
    "\n[Install]\nWantedBy=multi-user.target\n=>")
  string(REPLACE "\n" "
" pair "${pair}")
  string(FIND "${pair}" "=>" at)
  string(SUBSTRING "${pair}" 0 ${at} from)
  math(EXPR at "${at} + 2")
  string(SUBSTRING "${pair}" ${at} -1 to)
  string(FIND "${text}" "${from}" at)
  if(at EQUAL -1)
    message(FATAL_ERROR "deploy/resonance-kiosk.service has no longer: ${from}")
  endif()
  string(REPLACE "${from}" "${to}" text "${text}")
endforeach()
string(REGEX REPLACE "(^|\n)#[^\n]*" "" text "${text}") # why it is so stands in the other one
file(WRITE ${calibrate} "${text}")
install(FILES ${unit} ${calibrate} deploy/resonance-ledger.service deploy/resonance-ledger.socket
  deploy/resonance-uplink.service deploy/resonance-uplink.socket deploy/resonance-lock.service deploy/resonance-lock.timer
  deploy/resonance-stick.service deploy/resonance-stick.socket
  deploy/resonance-machine.service deploy/resonance-machine.socket deploy/resonance-end@.path
  DESTINATION lib/systemd/system COMPONENT kiosk)
install(FILES deploy/resonance-kiosk.tmpfiles DESTINATION lib/tmpfiles.d
  RENAME resonance-kiosk.conf COMPONENT kiosk)
install(FILES deploy/resonance-kiosk.sysusers DESTINATION lib/sysusers.d
  RENAME resonance-kiosk.conf COMPONENT kiosk)
install(FILES deploy/resonance-desk.service deploy/resonance-desk.socket DESTINATION lib/systemd/system
  COMPONENT desk)
install(FILES deploy/resonance-desk-own.service DESTINATION lib/systemd/user
  RENAME resonance-desk.service COMPONENT desk)
install(FILES deploy/resonance-desk.sysusers DESTINATION lib/sysusers.d
  RENAME resonance-desk.conf COMPONENT desk)
install(FILES deploy/resonance.desktop DESTINATION share/applications COMPONENT desk)
install(FILES assets/desk/mark.svg DESTINATION share/icons/hicolor/scalable/apps
  RENAME resonance.svg COMPONENT desk)
install(FILES deploy/xorg.conf DESTINATION ${SHARE} COMPONENT kiosk)
install(FILES deploy/guide/guide.txt deploy/guide/incident.txt deploy/guide/site.txt DESTINATION share/doc/resonance-kiosk COMPONENT kiosk)
install(FILES deploy/guide/desk.txt deploy/guide/hr.txt DESTINATION share/doc/resonance COMPONENT desk)
install(FILES deploy/completion/resonance DESTINATION share/bash-completion/completions COMPONENT desk)
install(FILES deploy/completion/resonance-study DESTINATION share/bash-completion/completions COMPONENT study)

# packed(FROM TO): the file FROM of this folder as Debian wants it, in the file TO
function(packed from to)
  execute_process(COMMAND gzip -9nc ${CMAKE_SOURCE_DIR}/deploy/${from} OUTPUT_FILE ${to} COMMAND_ERROR_IS_FATAL ANY)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS deploy/${from})
endfunction()

# packed_page(NAME COMPONENT FOLDER): the manual page deploy/man/NAME
function(packed_page name component folder)
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/doc)
  packed(man/${name} ${CMAKE_BINARY_DIR}/doc/${name}.gz)
  install(FILES ${CMAKE_BINARY_DIR}/doc/${name}.gz DESTINATION share/man/${folder} COMPONENT ${component})
endfunction()

# page(PROGRAM COMPONENT): its manual page, changes and copyright
function(page program component)
  set(folder ${CMAKE_BINARY_DIR}/doc/${program})
  file(MAKE_DIRECTORY ${folder})
  packed_page(${program}.1 ${component} man1)
  packed(debian/changelog ${folder}/changelog.gz)
  install(FILES ${folder}/changelog.gz deploy/debian/copyright DESTINATION share/doc/${program}
    COMPONENT ${component})
endfunction()
page(resonance-kiosk kiosk)
packed_page(resonance-kiosk-setup.8 kiosk man8)
page(resonance desk)
page(resonance-study study)
page(resonance-painter painter)
install(DIRECTORY questionnaires/strategy-fit questionnaires/groups DESTINATION ${SHARE}/questionnaires COMPONENT desk)
install(FILES questionnaires/FORMAT.md questionnaires/MANUAL.md questionnaires/RECORD.md questionnaires/SCORING.md
  DESTINATION share/doc/resonance COMPONENT desk)
install(DIRECTORY deploy/legal DESTINATION share/doc/resonance COMPONENT desk)
install(FILES questionnaires/STUDY.md DESTINATION share/doc/resonance-study COMPONENT study)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "Resonance")
set(CPACK_PACKAGE_CONTACT "The Resonance maintainers <maintainers@resonance.invalid>")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
  GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_COMPONENTS_ALL kiosk desk study painter)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)

set(CPACK_DEBIAN_KIOSK_PACKAGE_NAME resonance-kiosk)
set(CPACK_COMPONENT_KIOSK_DESCRIPTION
  "hiring for fit: the terminal for candidates\nRuns full-screen on its own virtual terminal, keeps every answer sealed and\ncannot open a finished result.")
# ICU is loaded by the version of its headers (kiosk/device/text/breaks.h), so dpkg-shlibdeps does not see it.
# fontconfig keeps the list of fonts that a start would otherwise make anew. The Chinese, Japanese and
# Korean letters are 90 MB that most terminals never need: whoever enrols one of these languages is told.
string(REGEX MATCH "^[0-9]+" icu_version "${ICU_VERSION}")
set(CPACK_DEBIAN_KIOSK_PACKAGE_DEPENDS
  "debconf (>= 0.5) | debconf-2.0, fontconfig, libicu${icu_version}, fonts-inter, fonts-noto-core, xinit, xserver-xorg-core, xserver-xorg-input-libinput, x11-xkb-utils, adduser, systemd")
# cups-client: only where the desk names a print queue.
set(CPACK_DEBIAN_KIOSK_PACKAGE_SUGGESTS "cups-client, fonts-noto-cjk")
set(CPACK_DEBIAN_KIOSK_PACKAGE_CONTROL_EXTRA
  "${CMAKE_SOURCE_DIR}/deploy/debian/postinst;${CMAKE_SOURCE_DIR}/deploy/debian/prerm;${CMAKE_SOURCE_DIR}/deploy/debian/postrm;${CMAKE_SOURCE_DIR}/deploy/debian/config;${CMAKE_SOURCE_DIR}/deploy/debian/templates")
# xinit recommends a session, so that it starts something: this package is one. Else a terminal for
# shells would come along.
set(CPACK_DEBIAN_KIOSK_PACKAGE_PROVIDES "x-session-manager")
# It starts X as any user with root's rights; on a terminal X has its own user, and needs none.
set(CPACK_DEBIAN_KIOSK_PACKAGE_CONFLICTS "xserver-xorg-legacy")

set(CPACK_DEBIAN_DESK_PACKAGE_NAME resonance)
set(CPACK_COMPONENT_DESK_DESCRIPTION
  "hiring for fit: the desk for recruiters\nMakes keys, vacancies and access codes, opens sealed results, shows how far\na person and an organization resonate and how sure that is.")
# The desk sets no text, but says before enrolling what a terminal with the same fonts could not show.
# libxlsxwriter is loaded when it is needed (kiosk/app/desk/office/table/table_xlsx.c).
set(CPACK_DEBIAN_DESK_PACKAGE_DEPENDS
  "fontconfig, fonts-inter, fonts-noto-core, adduser, libxlsxwriter${XLSXWRITER_NUMBER}")
set(CPACK_DEBIAN_DESK_PACKAGE_CONTROL_EXTRA
  "${CMAKE_SOURCE_DIR}/deploy/debian/desk/postinst;${CMAKE_SOURCE_DIR}/deploy/debian/desk/prerm")
# weasyprint: makes PDFs of reports and cards. resonance-painter: shows what people will see of a story.
set(CPACK_DEBIAN_DESK_PACKAGE_SUGGESTS
  "age, minisign, fonts-noto-cjk, weasyprint, resonance-painter (= ${PROJECT_VERSION})")

set(CPACK_DEBIAN_STUDY_PACKAGE_NAME resonance-study)
set(CPACK_COMPONENT_STUDY_DESCRIPTION
  "hiring for fit: statistics for psychologists\nPlain statistics on plain tables: agreement, reliability, item response,\nfairness, sorts and comparisons, with the formulas they follow.")
set(CPACK_DEBIAN_STUDY_PACKAGE_SUGGESTS "resonance")

set(CPACK_DEBIAN_PAINTER_PACKAGE_NAME resonance-painter)
set(CPACK_COMPONENT_PAINTER_DESCRIPTION
  "hiring for fit: the screens of a terminal as pictures\nPaints each page that people see of a questionnaire, at any size, in all\ncolours and letters, so that its authors see it before anybody sits there.")
set(CPACK_DEBIAN_PAINTER_PACKAGE_DEPENDS
  "fontconfig, libicu${icu_version}, fonts-inter, fonts-noto-core")
set(CPACK_DEBIAN_PAINTER_PACKAGE_SUGGESTS "resonance, fonts-noto-cjk")
include(CPack)
