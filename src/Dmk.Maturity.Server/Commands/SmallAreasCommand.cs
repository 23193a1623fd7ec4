using System.CommandLine;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary><c>small-areas</c>: estimates of small areas that lean on what is known of them, from any data file.</summary>
internal static class SmallAreasCommand
{
    public static Command Create()
    {
        var options = new SmallAreasOptions();
        var command = new Command(
            "small-areas",
            "Models small areas from a CSV file of direct estimates (Fay and Herriot): EBLUP with mean squared errors, benchmarked."
        );
        options.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var errors = parsed.InvocationConfiguration.Error;
                try
                {
                    var found = await Modelled(parsed.GetValue(options.Data)!, options.Request(parsed), errors, cancellation);
                    foreach (var said in found.Said)
                    {
                        errors.WriteLine(said);
                    }

                    SmallAreasFile.Write(found, parsed.GetValue(options.Format), parsed.InvocationConfiguration.Output);
                    return ExitCode.Good;
                }
                catch (DataException fault)
                {
                    throw new FaultException(fault.Message, fault);
                }
            }
        );
        return command;
    }

    private static async Task<FileAreas> Modelled(string file, SmallAreaRequest request, TextWriter errors, CancellationToken cancellation)
    {
        var data = await TableFile.Read(file, request.Columns, errors, cancellation);
        try
        {
            return FileAreas.Of(request, data);
        }
        catch (DataException fault)
        {
            throw TableFile.Fault(file, fault);
        }
    }
}
