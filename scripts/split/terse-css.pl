#!/usr/bin/perl
# A style sheet without its comments and line breaks: standard input to standard output.
use strict;
use warnings;

local $/;
my $style = <STDIN>;
$style =~ s{/\*.*?\*/}{}gs;
$style =~ s/^\s+//gm;
$style =~ s/;\n}/}/g;
$style =~ s/(?<=[{};,])\n| (?={\n)//g;
$style =~ s/\n/ /g;
print $style;
