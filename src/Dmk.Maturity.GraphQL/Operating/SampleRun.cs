namespace Dmk.Maturity.GraphQL;

/// <summary>Whether somebody is drawn.</summary>
internal enum SampleRun
{
    Dry,
    Real,
}
