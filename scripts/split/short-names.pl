#!/usr/bin/perl
# short-names.pl SCRIPT MODULE : gives what the program takes from its script, and the closures it gives it, names of a
# few letters. The names that wasm-bindgen makes end in sixteen digits each that no compression makes smaller, and stand
# in both files.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Wasm;

my ($script_path, $module_path) = @ARGV;
my $script = read_file($script_path);
my @sections = sections(read_file($module_path));
my ($from, $short) = ('./app_bg.js', 'b');

my %new;
my ($imports) = grep { $_->[0] == 2 } @sections;
my $at = 0;
my $count = take_number($imports->[1], $at);
my $written = number($count);
for (1 .. $count) {
    my ($module, $name) = (take_text($imports->[1], $at), take_text($imports->[1], $at));
    my $kind_at = $at;
    my $kind = ord substr $imports->[1], $at++, 1;
    die "only functions were expected among the imports\n" unless $kind == 0;
    take_number($imports->[1], $at);
    if ($module eq $from) {
        $new{$name} //= 'f' . keys %new;
        ($module, $name) = ($short, $new{$name});
    }
    $written .= text($module) . text($name) . substr $imports->[1], $kind_at, $at - $kind_at;
}
$imports->[1] = $written;

my %closures;
my ($exports) = grep { $_->[0] == 7 } @sections;
$at = 0;
$count = take_number($exports->[1], $at);
$written = number($count);
for (1 .. $count) {
    my $name = take_text($exports->[1], $at);
    my $kind_at = $at++;
    take_number($exports->[1], $at);
    $closures{$name} = 'c' . keys %closures if $name =~ /^wasm_bindgen__convert__closures_+invoke__h[0-9a-f]{16}$/;
    $written .= text($closures{$name} // $name) . substr $exports->[1], $kind_at, $at - $kind_at;
}
$exports->[1] = $written;
for my $name (keys %closures) {
    $script =~ s/\b\Q$name\E\b/$closures{$name}/g or die "a closure of the program is not in its script as expected\n";
}

my $renamed = 0;
$script =~ s/^( *)(\w+)(?=: function\()/$1 . (exists $new{$2} && ++$renamed ? $new{$2} : $2)/gem;
$renamed == keys %new or die "a function of the program is not in its script as expected\n";
$script =~ s/^( *)"\Q$from\E": /$1$short: /m or die "the script's imports are not as expected\n";
write_file($script_path, $script);
write_file($module_path, module(@sections));
