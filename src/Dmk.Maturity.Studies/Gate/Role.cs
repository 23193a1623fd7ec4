namespace Dmk.Maturity.Studies;

/// <summary>What a signed-in person may be. Companies sign in with an access code instead.</summary>
public enum Role
{
    /// <summary>Nobody has signed in: published releases only.</summary>
    Public,
    Ministry,
    Economist,
    Operator,
    Administrator,
}
