namespace Dmk.Maturity.Server;

/// <summary>Whose degrees of freedom.</summary>
internal enum DegreesChoice
{
    Design,
    Domain,
    Satterthwaite,
}
