@rem The program by its name, once it is built. Tests of a model are short, so the JVM compiles only as far as that pays.
@setlocal
@set QUICK=
@if "%~1"=="test" set QUICK=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmn64m
@set JAVA=java
@if defined JAVA_HOME set JAVA="%JAVA_HOME%\bin\java"
@%JAVA% %QUICK% %JAVA_OPTS% -jar "%~dp0target\sagsflow.jar" %*
