#!/usr/bin/perl
# carry.pl PROGRAM CHUNK... : puts chunks into the program as sections of their name. Together they compress better
# than apart, and the script of the pieces finds them there.
use strict;
use warnings;
use File::Basename;
use FindBin;
use lib $FindBin::Bin;
use Wasm;

my ($program, @chunks) = @ARGV;
my @carried = map { [0, text(basename($_, '.wasm')) . read_file($_)] } @chunks;
write_file($program, module(sections(read_file($program)), @carried));
