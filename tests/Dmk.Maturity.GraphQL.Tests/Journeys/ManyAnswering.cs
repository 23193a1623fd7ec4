namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>The same with nine in each stratum, three of each answer, so that there are enough of those of whom a condition is true, and of
/// the others.</summary>
public sealed class ManyAnswering : Answering
{
    protected override int InStratum => 9;
}
