namespace Dmk.Maturity.Server;

/// <summary>What a caller asks a server to run.</summary>
/// <param name="Protocol">Grows when the other side would misunderstand.</param>
/// <param name="Arguments">As typed.</param>
/// <param name="Folder">The full path of the folder in which it was typed.</param>
internal sealed record CalledCommand(int Protocol, IReadOnlyList<string> Arguments, string Folder)
{
    public const int CurrentProtocol = 1;
}
