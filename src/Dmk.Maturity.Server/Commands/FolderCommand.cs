using System.CommandLine;

namespace Dmk.Maturity.Server;

/// <summary>A command that works on a data folder: in a process of its own, or within the server that holds the folder.</summary>
/// <remarks>Files that it names are found with <see cref="CommandPlace.FullPath"/>: a server has a current folder of its own.</remarks>
internal sealed class FolderCommand(string name, string description) : Command(name, description);
